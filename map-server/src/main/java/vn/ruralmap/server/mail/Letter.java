package vn.ruralmap.server.mail;

/**
 * One letter to one person.
 *
 * @param address where to
 * @param subject one line: line breaks and other control characters become spaces, so that nothing in it can become a header
 * @param text plain
 */
public record Letter(String address, String subject, String text) {

    private static final int LONGEST_SUBJECT = 200;

    public Letter {
        String line = subject.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        subject = line.length() > LONGEST_SUBJECT ? line.substring(0, LONGEST_SUBJECT - 1) + "…" : line;
    }
}
