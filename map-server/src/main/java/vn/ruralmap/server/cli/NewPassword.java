package vn.ruralmap.server.cli;

import java.io.Console;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.ruralmap.server.accounts.Passwords;

/** Where a new password comes from: typed twice on the console, or made up and printed once. Never an argument, which others can see. */
final class NewPassword {

    @Option(
            names = "--ask",
            description = "Gõ mật khẩu thay vì nhận một mật khẩu ngẫu nhiên"
                    + " / type a password instead of getting a random one")
    private boolean ask;

    /** @return null: nobody typed the same twice */
    @Nullable
    String get(PrintWriter out) {
        if (!ask) {
            return Passwords.generate();
        }
        Console console = System.console();
        if (console == null) {
            out.println("--ask cần một cửa sổ dòng lệnh / --ask needs a console");
            return null;
        }
        String first = new String(console.readPassword("Mật khẩu / password: "));
        String second = new String(console.readPassword("Lần nữa / again: "));
        if (!first.equals(second)) {
            out.println("Hai lần gõ khác nhau / they differ");
            return null;
        }
        return first;
    }

    /** Tells a password that nobody typed. */
    void tell(String name, String password, PrintWriter out) {
        if (!ask) {
            out.printf("Mật khẩu của %s / password of %1$s: %s%n", name, password);
            out.println(
                    "Chỉ hiện một lần này; hãy đổi sau khi đăng nhập / shown this once; change it after signing in");
        }
    }
}
