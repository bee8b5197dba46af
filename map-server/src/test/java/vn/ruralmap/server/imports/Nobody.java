package vn.ruralmap.server.imports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import vn.ruralmap.server.editing.EditRights;
import vn.ruralmap.server.editing.Writer;

/** There are no accounts. */
final class Nobody implements EditRights {

    @Override
    public boolean isOpen() {
        return false;
    }

    @Override
    public Optional<Writer> findAccount(HttpServletRequest request) {
        return Optional.empty();
    }

    @Override
    public Writer demandAccount(HttpServletRequest request, HttpServletResponse response) {
        throw new AssertionError("nobody has an account");
    }

    @Override
    public Optional<Writer> findWriter(HttpServletRequest request) {
        return Optional.empty();
    }

    @Override
    public Writer demandWriter(HttpServletRequest request, HttpServletResponse response) {
        throw new AssertionError("nobody has an account");
    }
}
