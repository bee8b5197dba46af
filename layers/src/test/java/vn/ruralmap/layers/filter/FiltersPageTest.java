package vn.ruralmap.layers.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FiltersPageTest {

    @Test
    void everyFunctionIsExplained() throws IOException {
        String page = Files.readString(Path.of("../docs/filters.md"));
        for (FilterFunction function : FilterFunction.values()) {
            assertThat(page).contains("`" + function.functionName() + "`");
            assertThat(function.description().vi()).isNotEmpty();
        }
    }
}
