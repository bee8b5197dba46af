package vn.ruralmap.layers.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import vn.ruralmap.layers.store.StoreIssueCode;

/**
 * The page says the same as the program. After a change: {@code mvn test -pl layers -am -Dtest=CheckIssuesPageTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.update}.
 */
class CheckIssuesPageTest {

    private static final Path PAGE = Path.of("../docs/check-issues.md");

    @Test
    void thePageIsCurrent() throws IOException {
        String page = page();
        if (System.getProperty("docs.update") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).as("run this test with -Ddocs.update").exists().hasContent(page);
    }

    @Test
    void everyCodeIsExplainedInBothLanguages() {
        assertThat(StoreIssueCode.values()).allSatisfy(code -> {
            assertThat(code.meaning().vi()).isNotEqualTo(code.meaning().en());
            assertThat(code.remedy().vi()).isNotEqualTo(code.remedy().en());
            assertThat(Normalizer.isNormalized(
                            code.meaning().vi() + code.remedy().vi(), Normalizer.Form.NFC))
                    .isTrue();
        });
    }

    private static String page() {
        StringBuilder page = new StringBuilder(
                "# What `./ruralmap check` may find\n\n"
                        + "Generated from `StoreIssueCode`; codes are never renamed. ERROR: the store is not sound, exit code 1."
                        + " WARNING: with `--strict` too.\n\n| code | severity | meaning | what to do |\n| --- | --- | --- | --- |\n");
        for (StoreIssueCode code : StoreIssueCode.values()) {
            page.append("| `%s` | %s | %s %s | %s %s |\n"
                    .formatted(
                            code,
                            code.severity(),
                            code.meaning().vi(),
                            code.meaning().en(),
                            code.remedy().vi(),
                            code.remedy().en()));
        }
        return page.toString();
    }
}
