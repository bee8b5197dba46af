package vn.ruralmap.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What an import does beside its main thread. */
class BackgroundTest {

    @Test
    void whatTheWorkReturnsIsGivenToWhoeverWaits() {
        try (Background<String> work = Background.start("test", () -> "xong")) {
            assertThat(work.await(() -> {})).isEqualTo("xong");
            assertThat(work.await(() -> {})).isEqualTo("xong");
        }
    }

    @Test
    void whatTheWorkThrowsReachesWhoeverWaits() {
        try (Background<String> cut = Background.start("test", () -> {
                    throw new IOException("đĩa đầy");
                });
                Background<String> wrong = Background.start("test", () -> {
                    throw new ArithmeticException("sai");
                })) {
            assertThatThrownBy(() -> cut.await(() -> {}))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("đĩa đầy");
            assertThatThrownBy(() -> wrong.await(() -> {})).isInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void aListEndsOnlyWhenTheWorkHasEndedWell() {
        try (Background<String> well = Background.start("test", () -> "xong");
                Background<String> wrong = Background.start("test", () -> {
                    throw new ArithmeticException("sai");
                })) {
            assertThat(well.beforeLast(List.of(1, 2, 3), () -> {})).containsExactly(1, 2, 3);
            List<Integer> given = new ArrayList<>();
            assertThatThrownBy(
                            () -> wrong.beforeLast(List.of(1, 2, 3), () -> {}).forEach(given::add))
                    .isInstanceOf(ArithmeticException.class);
            assertThat(given).containsExactly(1, 2);
        }
    }

    @Test
    void whoWaitsCanGiveUpAndTheWorkIsStopped() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Background<String> work = Background.start("test", () -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                stopped.countDown();
            }
            return "";
        });

        assertThatThrownBy(() -> work.await(() -> {
                    throw new ImportCancelledException();
                }))
                .isInstanceOf(ImportCancelledException.class);
        work.close();

        assertThat(stopped.await(30, TimeUnit.SECONDS)).isTrue();
    }
}
