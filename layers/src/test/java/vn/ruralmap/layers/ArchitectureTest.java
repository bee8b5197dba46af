package vn.ruralmap.layers;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the packages: snapshot to store to catalogue to style to model. */
@AnalyzeClasses(packages = "vn.ruralmap.layers", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String BASE = "vn.ruralmap.layers.";
    private static final String[] LANGUAGE = {"java..", "org.jspecify.."};

    @ArchTest
    static final ArchRule MODEL_SEES_ITSELF_AND_GEOMETRY = only("model", "org.locationtech.jts..");

    @ArchTest
    static final ArchRule CATALOGUE_SEES_MODEL_STYLE_AND_YAML =
            only("catalogue", BASE + "model..", BASE + "style..", "org.yaml.snakeyaml..");

    @ArchTest
    static final ArchRule STORE_PORT_SEES_MODEL_AND_CATALOGUE = classes()
            .that()
            .resideInAPackage(BASE + "store")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with(BASE + "store", BASE + "model..", BASE + "catalogue..", "org.locationtech.jts.."));

    @ArchTest
    static final ArchRule JDBC_SEES_THE_PORT_AND_NO_DATABASE = only(
            "store.jdbc",
            BASE + "store",
            BASE + "model..",
            BASE + "catalogue..",
            "org.locationtech.jts..",
            "tools.jackson..",
            "org.slf4j..");

    @ArchTest
    static final ArchRule GEOPACKAGE_SEES_ITS_PORT = only(
            "store.geopackage",
            BASE + "store",
            BASE + "concurrent",
            BASE + "store.jdbc",
            BASE + "model..",
            BASE + "catalogue..",
            "org.locationtech.jts..",
            "org.sqlite..",
            "org.flywaydb..",
            "tools.jackson..",
            "javax.sql..",
            "org.slf4j..");

    @ArchTest
    static final ArchRule POSTGIS_SEES_ITS_PORT = only(
            "store.postgis",
            BASE + "store",
            BASE + "concurrent",
            BASE + "store.jdbc",
            BASE + "model..",
            BASE + "catalogue..",
            "org.locationtech.jts..",
            "org.postgresql..",
            "com.zaxxer.hikari..",
            "org.flywaydb..",
            "tools.jackson..",
            "org.slf4j..");

    @ArchTest
    static final ArchRule NOBODY_SEES_AN_ADAPTER = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "store.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + "store.*..");

    @ArchTest
    static final ArchRule ADAPTERS_ARE_STRANGERS = slices().matching(BASE + "store.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAPackage(BASE + "store.."), resideInAPackage(BASE + "store.jdbc"));

    @ArchTest
    static final ArchRule SNAPSHOT_SEES_THE_PORT_NOT_ITS_ADAPTERS = only(
            "snapshot",
            BASE + "store",
            BASE + "model..",
            BASE + "catalogue..",
            "org.locationtech.jts..",
            "org.slf4j..");

    @ArchTest
    static final ArchRule CHECK_SEES_THE_PORT_NOT_ITS_ADAPTERS =
            only("check", BASE + "store", BASE + "model..", "org.locationtech.jts..");

    @ArchTest
    static final ArchRule COPY_SEES_THE_PORT_NOT_ITS_ADAPTERS =
            only("copy", BASE + "store", BASE + "model..", "org.locationtech.jts..");

    @ArchTest
    static final ArchRule COORDINATE_SYSTEMS_SEE_MODEL_AND_GEOTOOLS = only(
            "crs",
            BASE + "model..",
            "org.locationtech.jts..",
            "org.geotools..",
            "net.sf.geographiclib..",
            "javax.measure..",
            "si.uom..");

    @ArchTest
    static final ArchRule GML_SEES_MODEL_AND_COORDINATE_SYSTEMS =
            only("gml", BASE + "model..", BASE + "crs..", "org.locationtech.jts..", "javax.xml.stream..");

    @ArchTest
    static final ArchRule GEOJSON_SEES_MODEL_AND_COORDINATE_SYSTEMS =
            only("geojson", BASE + "model..", BASE + "crs..", "org.locationtech.jts..", "tools.jackson..");

    @ArchTest
    static final ArchRule QUERY_SEES_VIEWS_AND_COORDINATE_SYSTEMS = only(
            "query",
            BASE + "model..",
            BASE + "crs..",
            BASE + "gml..",
            BASE + "filter..",
            BASE + "snapshot..",
            "org.locationtech.jts..");

    @ArchTest
    static final ArchRule FILTER_SEES_MODEL_AND_GEOMETRY = only(
            "filter",
            BASE + "model..",
            BASE + "crs..",
            BASE + "gml..",
            BASE + "spelling..",
            "org.locationtech.jts..",
            "tools.jackson..",
            "javax.xml..");

    @ArchTest
    static final ArchRule SPELLING_SEES_TEXT_ONLY = only("spelling");

    @ArchTest
    static final ArchRule STYLE_SEES_MODEL_FILTER_AND_GEOTOOLS = only(
            "style",
            BASE + "model..",
            BASE + "filter..",
            "org.geotools..",
            "org.xml.sax..",
            "org.w3c.dom..",
            "javax.xml..");

    @ArchTest
    static final ArchRule GEOTOOLS_STAYS_IN_CRS_AND_STYLE = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + "crs..", BASE + "style..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.geotools..");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching(BASE + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_SPRING_AND_NO_HTTP = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta..", "java.net.http..");

    @ArchTest
    static final ArchRule NO_STANDARD_STREAMS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule NO_GENERIC_EXCEPTIONS = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule NO_JAVA_UTIL_LOGGING = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule NO_FIELD_INJECTION = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    private static ArchRule only(String name, String... others) {
        String[] allowed = with(others);
        String[] all = java.util.Arrays.copyOf(allowed, allowed.length + 1);
        all[allowed.length] = BASE + name + "..";
        return classes()
                .that()
                .resideInAPackage(BASE + name + "..")
                .should()
                .onlyDependOnClassesThat(resideInAPackage("")
                        .or(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(all)));
    }

    private static String[] with(String... packages) {
        String[] all = java.util.Arrays.copyOf(packages, packages.length + LANGUAGE.length);
        System.arraycopy(LANGUAGE, 0, all, packages.length, LANGUAGE.length);
        return all;
    }
}
