package vn.ruralmap.server.editing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Tells who sent a request and decides who may write. Services ask here and know nothing of passwords. */
public interface EditRights {

    /** False: there is no account, so nobody may write and no service offers it. */
    boolean isOpen();

    /** Whoever sent a request, if signed in. A request to read, with a wrong password or none, is anybody's. */
    Optional<Writer> findAccount(HttpServletRequest request);

    /**
     * The same for a request that anybody with an account may send, whatever its roles.
     *
     * @param response gets the challenge of status 401
     * @throws vn.ruralmap.server.support.RequestException status 401 if nobody is signed in, 403 if a page of another site may have
     *     sent it, 429 after too many wrong passwords
     */
    Writer demandAccount(HttpServletRequest request, HttpServletResponse response);

    /** Whoever sent a request, if signed in and in one of the roles that write. */
    Optional<Writer> findWriter(HttpServletRequest request);

    /**
     * The same for a request that writes.
     *
     * @param response gets the challenge of status 401
     * @throws vn.ruralmap.server.support.RequestException as {@link #demandAccount}, and 403 without a role that writes
     */
    Writer demandWriter(HttpServletRequest request, HttpServletResponse response);
}
