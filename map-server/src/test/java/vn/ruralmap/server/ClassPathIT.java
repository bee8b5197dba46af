package vn.ruralmap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The libraries within the packaged application: each class once, and one place where the log goes. */
class ClassPathIT {

    /** Jars by entry. */
    private static final Map<String, List<String>> ENTRIES = new TreeMap<>();

    private static final TreeSet<String> JARS = new TreeSet<>();

    @BeforeAll
    static void read() throws IOException {
        try (JarFile application = new JarFile("target/ruralmap.jar")) {
            for (JarEntry entry : Collections.list(application.entries())) {
                if (entry.getName().matches("BOOT-INF/lib/.*\\.jar")) {
                    String jar = entry.getName().substring("BOOT-INF/lib/".length());
                    JARS.add(jar);
                    byte[] bytes = application.getInputStream(entry).readAllBytes();
                    try (JarInputStream library = new JarInputStream(new ByteArrayInputStream(bytes))) {
                        for (JarEntry each = library.getNextJarEntry();
                                each != null;
                                each = library.getNextJarEntry()) {
                            ENTRIES.computeIfAbsent(each.getName(), name -> new ArrayList<>())
                                    .add(jar);
                        }
                    }
                }
            }
        }
    }

    @Test
    void no_class_comes_from_two_jars() {
        assertThat(ENTRIES.entrySet())
                .filteredOn(entry -> entry.getKey().endsWith(".class")
                        && !entry.getKey().contains("module-info")
                        && !entry.getKey().contains("package-info"))
                .isNotEmpty()
                .allSatisfy(
                        entry -> assertThat(entry.getValue()).as(entry.getKey()).hasSize(1));
    }

    @Test
    void the_log_goes_through_slf4j_2_to_one_place() {
        assertThat(ENTRIES.get("org/slf4j/LoggerFactory.class"))
                .singleElement()
                .asString()
                .startsWith("slf4j-api-2.");
        assertThat(ENTRIES.get("META-INF/services/org.slf4j.spi.SLF4JServiceProvider"))
                .singleElement()
                .asString()
                .startsWith("logback-classic-");
        assertThat(JARS).noneMatch(jar -> jar.matches("(slf4j-simple|slf4j-jdk14|log4j-core|slf4j-log4j).*"));
    }

    @Test
    void nothing_of_the_tests_is_in_it() {
        assertThat(JARS)
                .isNotEmpty()
                .noneMatch(jar -> jar.matches("(junit|assertj|mockito|playwright|ogc-schemas|archunit).*"));
    }
}
