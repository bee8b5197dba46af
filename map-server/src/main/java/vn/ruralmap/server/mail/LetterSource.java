package vn.ruralmap.server.mail;

import java.util.List;

/** Writes what is to be sent. */
public interface LetterSource {

    /**
     * The letters about something, as it is when they are sent: what nobody needs to know any longer is not among them.
     *
     * @param reference as it was posted
     */
    List<Letter> write(String reference);
}
