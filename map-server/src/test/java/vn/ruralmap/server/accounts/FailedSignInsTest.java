package vn.ruralmap.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Who is shut out, for how long, and who is not. */
class FailedSignInsTest {

    private static final String HERE = "203.0.113.1";
    private static final String THERE = "198.51.100.1";

    private Instant now = Instant.parse("2026-11-29T00:00:00Z");

    private final FailedSignIns failures = new FailedSignIns(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    private void fail(String address, String account, int times) {
        for (int i = 0; i < times; i++) {
            failures.add(address, account);
        }
    }

    @Test
    void an_account_is_shut_to_one_address_until_the_period_is_over() {
        fail(HERE, "lan", FailedSignIns.MOST_PER_ACCOUNT - 1);
        assertThat(failures.isBlocked(HERE, "lan")).isFalse();
        fail(HERE, "lan", 1);
        assertThat(failures.isBlocked(HERE, "lan")).isTrue();
        assertThat(failures.isBlocked(THERE, "lan")).isFalse();
        assertThat(failures.isBlocked(HERE, "minh")).isFalse();

        now = now.plus(FailedSignIns.PERIOD).plus(Duration.ofSeconds(1));
        assertThat(failures.isBlocked(HERE, "lan")).isFalse();
    }

    @Test
    void who_tries_many_names_keeps_those_that_they_got_into_before() {
        failures.forget(HERE, "lan");
        for (int i = 0; i < FailedSignIns.MOST_PER_ADDRESS; i++) {
            failures.add(HERE, "name" + i);
        }
        assertThat(failures.isBlocked(HERE, "another")).isTrue();
        assertThat(failures.isBlocked(HERE, "lan")).isFalse();
        assertThat(failures.isBlocked(THERE, "another")).isFalse();
    }

    @Test
    void who_got_in_begins_anew() {
        fail(HERE, "lan", FailedSignIns.MOST_PER_ACCOUNT - 1);
        failures.forget(HERE, "lan");
        fail(HERE, "lan", 1);
        assertThat(failures.isBlocked(HERE, "lan")).isFalse();
    }

    @Test
    void a_flood_of_names_makes_nobody_forget_and_memory_does_not_grow() {
        for (int i = 0; i < 60_000; i++) {
            failures.add("10.0." + i % 200 + "." + i / 200 % 200, "name" + i);
        }
        assertThat(failures.isBlocked(HERE, "lan")).isFalse();
    }
}
