package vn.ruralmap.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.ruralmap.layers.store.AuditLog;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.accounts.Arrivals.Arrival;
import vn.ruralmap.server.editing.Officer;
import vn.ruralmap.server.editing.Role;

/** Which account somebody gets for whom an identity provider vouches. */
class ArrivalsTest {

    private static final ServerFixture SERVER = ServerFixture.start(Map.of());
    private static final String HERE = "203.0.113.5";

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String admit(String name, String subject, boolean mayCreate) throws ArrivalRefusedException {
        return SERVER.bean(Arrivals.class).admit(new Arrival(name, "Người mới", subject), mayCreate, HERE);
    }

    private static void disable(String name, boolean isDisabled) {
        SERVER.bean(Accounts.class).change(name, new AccountFacts(null, null, null, null, isDisabled));
    }

    @Test
    void the_account_is_the_one_of_the_name_whatever_its_case() throws ArrivalRefusedException {
        Officer.of(SERVER, "Lan", Set.of(Role.OFFICER));
        assertThat(admit("LAN", "issuer 1", false)).isEqualTo("Lan");
        AuditLog.Entry entry = SERVER.bean(FeatureStore.class)
                .auditLog()
                .list("Lan", Long.MAX_VALUE, 1)
                .get(0);
        assertThat(entry.action()).isEqualTo("sign-in");
        assertThat(entry.address()).isEqualTo(HERE);
        assertThat(entry.isRefused()).isFalse();
    }

    @Test
    void a_name_that_the_provider_gave_to_somebody_else_does_not_give_them_the_account()
            throws ArrivalRefusedException {
        Officer.of(SERVER, "Hoa", Set.of(Role.OFFICER));
        assertThat(admit("Hoa", "issuer 7", false)).isEqualTo("Hoa");
        assertThat(admit("Hoa", "issuer 7", false)).isEqualTo("Hoa");
        assertThatThrownBy(() -> admit("Hoa", "issuer 8", false)).hasMessage("somebody-else");

        disable("Hoa", true);
        assertThatThrownBy(() -> admit("Hoa", "issuer 7", false)).hasMessage("disabled");
        disable("Hoa", false);
        assertThat(admit("Hoa", "issuer 8", false)).isEqualTo("Hoa");
        assertThatThrownBy(() -> admit("Hoa", "issuer 7", false)).hasMessage("somebody-else");
    }

    @Test
    void who_is_new_is_refused_or_gets_an_account_without_rights() throws ArrivalRefusedException {
        assertThatThrownBy(() -> admit("Mới", "issuer 9", false)).hasMessage("unknown");
        assertThat(SERVER.bean(FeatureStore.class)
                        .auditLog()
                        .list("Mới", Long.MAX_VALUE, 1)
                        .get(0)
                        .isRefused())
                .isTrue();

        assertThat(admit("Mới", "issuer 9", true)).isEqualTo("Mới");
        Account made = SERVER.bean(Accounts.class).get("Mới");
        assertThat(made.roles()).isEmpty();
        assertThat(made.displayName()).isEqualTo("Người mới");
        assertThatThrownBy(() -> admit("không/được", "issuer 10", true)).hasMessage("name");
    }
}
