package vn.ruralmap.server.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Hands letters to the mail server. Not a bean of Spring's types: a dead mail server must not make the map server look sick. */
final class Postman {

    private static final String CONNECT_MS = "10000";
    private static final String ANSWER_MS = "20000";

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final String from;

    /** @param settings with a host */
    Postman(MailSettings settings) {
        from = Objects.requireNonNull(settings.from());
        sender.setHost(settings.host());
        sender.setPort(settings.portOrDefault());
        sender.setUsername(settings.user());
        sender.setPassword(settings.password());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties properties = sender.getJavaMailProperties();
        properties.put("mail.smtp.auth", String.valueOf(settings.user() != null));
        properties.put("mail.smtp.connectiontimeout", CONNECT_MS);
        properties.put("mail.smtp.timeout", ANSWER_MS);
        properties.put("mail.smtp.writetimeout", ANSWER_MS);
        boolean startsTls = settings.tls() == MailSettings.Tls.STARTTLS;
        properties.put("mail.smtp.starttls.enable", String.valueOf(startsTls));
        properties.put("mail.smtp.starttls.required", String.valueOf(startsTls));
        properties.put("mail.smtp.ssl.enable", String.valueOf(settings.tls() == MailSettings.Tls.IMPLICIT));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
    }

    /** @throws MailException if the server is not there or does not take it */
    void send(Letter letter) {
        MimeMessage message = sender.createMimeMessage();
        try {
            MimeMessageHelper helper = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            helper.setTo(letter.address());
            helper.setSubject(letter.subject());
            helper.setText(letter.text());
            // RFC 3834: nobody's holiday answers it
            message.setHeader("Auto-Submitted", "auto-generated");
        } catch (MessagingException e) {
            throw new MailPreparationException(e);
        }
        sender.send(message);
    }
}
