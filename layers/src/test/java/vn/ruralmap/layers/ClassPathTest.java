package vn.ruralmap.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.geotools.api.filter.Filter;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.slf4j.LoggerFactory;

/** GeoTools is there with all we use and nothing that shadows the libraries of others. */
class ClassPathTest {

    @ParameterizedTest
    @CsvSource({
        "org/slf4j/LoggerFactory.class, slf4j-api-2",
        "org/slf4j/Logger.class, slf4j-api-2",
        "org/locationtech/jts/geom/Geometry.class, jts-core-1.20",
        "org/apache/commons/lang3/StringUtils.class, commons-lang3",
        "org/yaml/snakeyaml/Yaml.class, snakeyaml-2",
        "javax/measure/Unit.class, unit-api"
    })
    void aLibraryIsThereOnceFromItsOwnJar(String entry, String jar) throws IOException {
        assertThat(Collections.list(getClass().getClassLoader().getResources(entry)))
                .singleElement()
                .asString()
                .contains(jar);
    }

    @Test
    void loggingGoesToLogback() {
        assertThat(LoggerFactory.getILoggerFactory().getClass().getName()).startsWith("ch.qos.logback.");
    }

    @Test
    void theGeoToolsJarHoldsGeoToolsAndItsUnitsAlone() throws IOException, URISyntaxException {
        assertThat(entries(jarOf(CRS.class)))
                .filteredOn(entry -> entry.endsWith(".class"))
                .isNotEmpty()
                .allMatch(entry -> Stream.of(
                                "org/geotools/",
                                "org/ejml/",
                                "org/hsqldb/",
                                "si/uom/",
                                "systems/uom/",
                                "tech/units/",
                                "tech/uom/")
                        .anyMatch(entry::startsWith));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.google.common.collect.ImmutableList",
                "javax.xml.bind.JAXBContext",
                "org.apache.commons.jxpath.JXPathContext",
                "org.geotools.process.Processors",
                "org.geotools.http.HTTPClient",
                "org.geotools.filter.function.JsonArrayContainsFunction",
                "org.geotools.coverage.grid.GridCoverage2D"
            })
    void whatIsUnusedAndDangerousIsNotThere(String name) {
        String entry = name.replace('.', '/') + ".class";
        assertThat(CRS.class.getClassLoader().getResource(entry)).isNull();
    }

    @Test
    void everyServiceThatTheGeoToolsJarAnnouncesIsInIt() throws IOException, URISyntaxException {
        Set<String> entries = Set.copyOf(entries(jarOf(CRS.class)));
        for (String services : entries) {
            if (services.matches("META-INF/services/.+") && !services.endsWith("java.sql.Driver")) {
                for (String provider : lines(services)) {
                    assertThat(entries.contains(provider.replace('.', '/') + ".class"))
                            .as(provider + " of " + services)
                            .isTrue();
                }
            }
        }
    }

    private static List<String> lines(String resource) throws IOException {
        List<String> lines = new ArrayList<>();
        for (URL url : Collections.list(CRS.class.getClassLoader().getResources(resource))) {
            if (!url.toString().contains("geotools")) {
                continue;
            }
            try (InputStream stream = url.openStream()) {
                new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.replaceFirst("#.*", "").strip())
                        .filter(line -> !line.isEmpty())
                        .forEach(lines::add);
            }
        }
        return lines;
    }

    @Test
    void filtersAreParsedAndEvaluated() throws CQLException {
        Filter filter = ECQL.toFilter("INTERSECTS(geom, POINT (1 1)) AND name ILIKE 'Kế%' AND stars BETWEEN 3 AND 5");
        assertThat(filter.toString()).contains("stars").contains("Kế%");
        assertThat(ECQL.toFilter("strToUpperCase('a') = 'A'").evaluate(new Object()))
                .isTrue();
        assertThat(ECQL.toFilter("1 + 1 = 3").evaluate(new Object())).isFalse();
        assertThat(ECQL.toCQL(filter)).contains("INTERSECTS");
    }

    @Test
    void systemsBeyondOurRegisterComeFromTheEpsgDatabase() throws FactoryException, TransformException {
        CoordinateReferenceSystem hanoi1972 = CRS.decode("EPSG:2044", true);
        assertThat(hanoi1972.getName().getCode()).isEqualTo("Hanoi 1972 / Gauss-Kruger zone 18");
        Coordinate wgs84 = JTS.transform(
                new Coordinate(18_500_000, 1_000_000),
                null,
                CRS.findMathTransform(hanoi1972, DefaultGeographicCRS.WGS84, true));
        assertThat(wgs84.x).isBetween(104.99, 105.01);
        assertThat(wgs84.y).isBetween(9.03, 9.06);
    }

    private static Path jarOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** Entries of a jar, or files of a folder when the module is built but not packed. */
    private static List<String> entries(Path jarOrFolder) throws IOException {
        if (Files.isDirectory(jarOrFolder)) {
            try (Stream<Path> files = Files.walk(jarOrFolder)) {
                return files.map(file -> jarOrFolder.relativize(file).toString().replace('\\', '/'))
                        .toList();
            }
        }
        try (java.util.jar.JarFile jar = new java.util.jar.JarFile(jarOrFolder.toFile())) {
            return jar.stream().map(java.util.zip.ZipEntry::getName).toList();
        }
    }
}
