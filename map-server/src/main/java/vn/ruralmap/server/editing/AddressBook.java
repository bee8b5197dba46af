package vn.ruralmap.server.editing;

import java.util.List;
import java.util.Set;

/** Whom news are mailed to. */
public interface AddressBook {

    /**
     * Somebody with an account, an address, and the wish to get mail.
     *
     * @param name of the account
     * @param displayName for people
     * @param roles of the account
     * @param address of mail
     */
    record Addressee(String name, String displayName, Set<Role> roles, String address) {}

    /** As the store has them now. */
    List<Addressee> list();
}
