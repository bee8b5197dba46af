package vn.ruralmap.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ruralmap.layers.catalogue.CatalogueReader;
import vn.ruralmap.layers.store.AuditLog;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.geopackage.GeoPackageStore;
import vn.ruralmap.server.accounts.Account;
import vn.ruralmap.server.accounts.Accounts;
import vn.ruralmap.server.editing.Role;

/** {@code ./ruralmap user}. */
class UserCommandTest {

    @TempDir
    Path folder;

    private String store = "";

    @BeforeEach
    void name() {
        store = folder.resolve("map.gpkg").toString();
    }

    private int user(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "user";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--store";
        all[arguments.length + 2] = store;
        return RuralmapCommand.execute(all);
    }

    private List<Account> accounts() {
        try (FeatureStore opened = GeoPackageStore.open(Path.of(store), CatalogueReader.readDefault())) {
            return new Accounts(opened.documents(), Clock.systemUTC()).list();
        }
    }

    @Test
    void accounts_are_made_with_several_roles_and_an_area() {
        assertThat(user("add", "Lan", "--role", "officer,approver", "--role", "data-manager", "--area", "31552,94"))
                .isZero();

        Account lan = accounts().get(0);
        assertThat(lan.roles()).containsExactlyInAnyOrder(Role.OFFICER, Role.APPROVER, Role.DATA_MANAGER);
        assertThat(lan.area()).containsExactly("31552", "94");
        assertThat(lan.passwordHash()).startsWith("$2b$");
    }

    @Test
    void what_is_no_role_no_code_or_no_account_is_refused_in_one_sentence() {
        assertThat(user("add", "Lan", "--role", "king")).isEqualTo(RuralmapCommand.USAGE);
        assertThat(user("add", "Lan")).isEqualTo(RuralmapCommand.USAGE);
        assertThat(user("add", "Lan", "--role", "officer", "--area", "x")).isEqualTo(RuralmapCommand.REFUSED);
        assertThat(user("remove", "Lan")).isEqualTo(RuralmapCommand.REFUSED);
        assertThat(accounts()).isEmpty();
    }

    @Test
    void the_last_administrator_stays() {
        user("add", "root", "--role", "administrator");
        assertThat(user("remove", "root")).isEqualTo(RuralmapCommand.REFUSED);
        assertThat(user("disable", "root")).isEqualTo(RuralmapCommand.REFUSED);
        user("add", "other", "--role", "administrator");
        assertThat(user("disable", "root")).isZero();
        assertThat(user("enable", "root")).isZero();
        assertThat(user("remove", "root")).isZero();
        assertThat(accounts()).extracting(Account::name).containsExactly("other");
    }

    @Test
    void another_password_ends_sessions_and_all_of_it_is_in_the_audit_log() {
        user("add", "Lan", "--role", "officer");
        Account before = accounts().get(0);
        assertThat(user("password", "lan")).isZero();
        assertThat(user("token", "lan", "--for", "ban đêm")).isZero();

        Account after = accounts().get(0);
        assertThat(after.passwordHash()).isNotEqualTo(before.passwordHash());
        assertThat(after.sessionsFrom()).isAfter(before.sessionsFrom());
        try (FeatureStore opened = GeoPackageStore.open(Path.of(store), CatalogueReader.readDefault())) {
            assertThat(opened.auditLog().list(null, Long.MAX_VALUE, 10))
                    .extracting(AuditLog.Entry::action)
                    .containsExactly("token-create", "password-reset", "account-create");
        }
    }
}
