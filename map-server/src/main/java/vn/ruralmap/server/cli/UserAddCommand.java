package vn.ruralmap.server.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.ruralmap.server.accounts.Account;
import vn.ruralmap.server.accounts.AccountFacts;
import vn.ruralmap.server.editing.Role;

/** {@code ./ruralmap user add}: makes an account, the first one too. */
@Command(name = "add", description = "Tạo tài khoản / Make an account", mixinStandardHelpOptions = true)
final class UserAddCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Tên đăng nhập / what they sign in with")
    private String name = "";

    @Option(
            names = "--role",
            required = true,
            split = ",",
            converter = RoleConverter.class,
            paramLabel = "ROLE",
            description =
                    "Vai trò, có thể nhiều / one or several of: reader, officer, approver, data-manager, administrator")
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    @Option(
            names = "--area",
            split = ",",
            paramLabel = "CODES",
            description = "Mã xã hoặc mã tỉnh được sửa; không có: mọi nơi"
                    + " / codes of the communes or provinces it may edit in; without: everywhere")
    private List<String> area = new ArrayList<>();

    @Option(names = "--display-name", paramLabel = "TEXT", description = "Họ tên / the person's name")
    private @Nullable String displayName;

    @Option(names = "--mail", paramLabel = "ADDRESS", description = "Thư điện tử / address of mail")
    private @Nullable String mail;

    @Mixin
    private NewPassword newPassword = new NewPassword();

    @Mixin
    private AccountAccess access = new AccountAccess();

    @Override
    public Integer call() {
        return access.use((opened, out) -> {
            String password = newPassword.get(out);
            if (password == null) {
                return RuralmapCommand.REFUSED;
            }
            AccountFacts facts = new AccountFacts(displayName, roles, area, mail, null);
            Account made = opened.accounts().add(name, facts, password);
            opened.tell("account-create", made.name(), Map.of("roles", made.roles(), "area", made.area()));
            out.printf(
                    "Đã tạo tài khoản %s / made the account %1$s: %s%s%n",
                    made.name(),
                    RoleConverter.names(made.roles()),
                    made.area().isEmpty() ? "" : ", " + String.join(", ", made.area()));
            newPassword.tell(made.name(), password, out);
            return 0;
        });
    }
}
