package vn.ruralmap.server.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator decides about mail.
 *
 * @param host of the mail server; null: nothing is mailed
 * @param port null: 465 for {@code IMPLICIT}, 25 for {@code NONE}, else 587
 * @param user null: the server takes mail without
 * @param from the address that letters come from
 * @param tls how the connection is kept secret
 * @param pause between two looks for what is to be sent
 * @param retry after a failure; twice as long after the next one, an hour at most
 */
@ConfigurationProperties("ruralmap.mail")
record MailSettings(
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String user,
        @Nullable String password,
        @Nullable String from,
        @DefaultValue("starttls") Tls tls,
        @DefaultValue("20s") Duration pause,
        @DefaultValue("1m") Duration retry) {

    /** How a connection to a mail server is kept secret. */
    enum Tls {
        /** Not at all: for a mail server on this machine. */
        NONE,
        /** It must become secret before anything is said (RFC 3207). */
        STARTTLS,
        /** It is from the beginning (RFC 8314). */
        IMPLICIT
    }

    MailSettings {
        host = host == null || host.isBlank() ? null : host.strip();
        if (host != null && (from == null || from.isBlank())) {
            throw new IllegalArgumentException("Thiếu RURALMAP_MAIL_FROM, địa chỉ thư gửi đi"
                    + " / RURALMAP_MAIL_FROM is missing, the address that letters come from");
        }
    }

    int portOrDefault() {
        if (port != null) {
            return port;
        }
        return switch (tls) {
            case NONE -> 25;
            case STARTTLS -> 587;
            case IMPLICIT -> 465;
        };
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + portOrDefault() + ", " + tls + "]";
    }
}
