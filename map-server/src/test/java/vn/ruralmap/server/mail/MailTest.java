package vn.ruralmap.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.TestStore;
import vn.ruralmap.server.accounts.AccountFacts;
import vn.ruralmap.server.accounts.Accounts;
import vn.ruralmap.server.editing.Officer;
import vn.ruralmap.server.editing.Role;
import vn.ruralmap.server.proposals.Zones;

/** Two nodes on one store, and a real SMTP server in this process. */
class MailTest {

    private static final GreenMail MAIL =
            new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final Map<String, Object> SETTINGS = settings();
    private static final ServerFixture SERVER = ServerFixture.start(SETTINGS);
    private static final ServerFixture OTHER_NODE = ServerFixture.join(SETTINGS);
    private static final Officer LAN = officer("Nguyễn Thị Lan", "lan@example.vn", Role.OFFICER);
    private static final Officer MINH = officer("Trần Minh", "minh@example.vn", Role.APPROVER);
    private static final Officer HOA = officer("Lê Hoa", "hoa@example.vn", Role.APPROVER);
    private static int row;

    /** One that stays the same when the mail server is started anew. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> settings() {
        MAIL.start();
        Map<String, Object> settings = new HashMap<>();
        settings.put("ruralmap.store", TestStore.create(folder()));
        settings.put("ruralmap.public-url", "https://bando.example.vn");
        settings.put("ruralmap.mail.host", "127.0.0.1");
        settings.put("ruralmap.mail.port", MAIL.getSmtp().getPort());
        settings.put("ruralmap.mail.from", "bando@example.vn");
        settings.put("ruralmap.mail.tls", "none");
        settings.put("ruralmap.mail.pause", "50ms");
        settings.put("ruralmap.mail.retry", "50ms");
        return settings;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("ruralmap-mail");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Officer officer(String name, String mail, Role role) {
        AccountFacts facts = new AccountFacts(null, Set.of(role), List.of(), mail, null);
        SERVER.bean(Accounts.class).add(name, facts, Officer.PASSWORD);
        // either node may send the letters, and learns of an account at once only by its signing in
        Officer.of(OTHER_NODE, name);
        return Officer.of(SERVER, name);
    }

    @AfterAll
    static void stop() {
        OTHER_NODE.close();
        SERVER.close();
        MAIL.stop();
    }

    @AfterEach
    void forgetMail() throws com.icegreen.greenmail.store.FolderException {
        MAIL.purgeEmailFromAllMailboxes();
    }

    /** Drafts and submits. @return the path of the proposal */
    private static String submitted(String title) {
        Zones zones = Zones.create(LAN, row++);
        String body = Zones.proposal("TITLE", Zones.change(zones.west(), 1, "'product':'Chuối'"))
                .replace("TITLE", title);
        HttpResponse<String> created = LAN.send("POST", "/api/proposals", body);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String path = Officer.header(created, "Location");
        step(LAN, path, "submit", "");
        return path;
    }

    private static void step(Officer officer, String path, String action, String comment) {
        String tag = Officer.header(officer.get(path), "ETag");
        HttpResponse<String> answer =
                officer.send("POST", path + "/" + action, "{'comment':'" + comment + "'}", "If-Match", tag);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static void until(BooleanSupplier isSo, String what) {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!isSo.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** All that was to be sent is sent. */
    private static List<MimeMessage> allMail() {
        until(
                () -> SERVER.bean(FeatureStore.class)
                        .documents()
                        .list("mail-outbox", "")
                        .isEmpty(),
                "the outbox is empty");
        return Arrays.asList(MAIL.getReceivedMessages());
    }

    private static List<String> addresses(List<MimeMessage> messages) {
        return messages.stream().map(message -> header(message, "To")).sorted().toList();
    }

    private static String header(MimeMessage message, String name) {
        try {
            return message.getHeader(name, ", ");
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void approvers_learn_what_waits_and_the_author_what_became_of_it_in_both_languages()
            throws MessagingException, IOException {
        String path = submitted("Chỉnh ranh giới");
        List<MimeMessage> waiting = allMail();
        assertThat(addresses(waiting)).containsExactly("hoa@example.vn", "minh@example.vn");
        String text = (String) waiting.get(0).getContent();
        String id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(waiting.get(0).getSubject()).isEqualTo("Đang chờ duyệt / Waits for approval: Chỉnh ranh giới");
        assertThat(text.indexOf("Đề xuất “Chỉnh ranh giới” đang chờ duyệt"))
                .isLessThan(text.indexOf("the proposal “Chỉnh ranh giới” waits for approval"))
                .isNotNegative();
        assertThat(text)
                .contains("https://bando.example.vn/review#" + id + "&lang=en", LAN.name())
                .contains("https://bando.example.vn/accounts.html");
        assertThat(waiting.get(0).getFrom()[0].toString()).isEqualTo("bando@example.vn");

        step(MINH, path, "return", "Thiếu quyết định");
        List<MimeMessage> all = allMail();
        MimeMessage returned = all.get(all.size() - 1);
        assertThat(addresses(all)).containsExactly("hoa@example.vn", "lan@example.vn", "minh@example.vn");
        assertThat(returned.getSubject()).startsWith("Bị trả lại / Was returned");
        assertThat((String) returned.getContent()).contains("Thiếu quyết định");
    }

    @Test
    void a_title_with_line_breaks_makes_no_header() throws MessagingException {
        submitted("Chỉnh\\r\\nBcc: tat-ca@example.vn\\n\\nĐường dẫn lạ");
        List<MimeMessage> messages = allMail();
        assertThat(addresses(messages)).containsExactly("hoa@example.vn", "minh@example.vn");
        for (MimeMessage message : messages) {
            assertThat(message.getHeader("Bcc")).isNull();
            assertThat(message.getRecipients(Message.RecipientType.BCC)).isNull();
            assertThat(message.getSubject()).contains("Chỉnh Bcc: tat-ca@example.vn Đường dẫn lạ");
        }
    }

    @Test
    void who_switches_it_off_gets_none_and_sees_it_in_the_application() {
        assertThat(HOA.get("/api/session/mail").body()).contains("\"isOffered\":true", "\"isWanted\":true", "hoa@");
        HttpResponse<String> off =
                HOA.send("PUT", "/api/session/mail", "{'isWanted':false}", "Content-Type", "application/json");
        assertThat(off.body()).contains("\"isWanted\":false");
        submitted("Không gửi cho Hoa");
        assertThat(addresses(allMail())).containsExactly("minh@example.vn");
        assertThat(HOA.get("/api/notifications").body()).contains("Không gửi cho Hoa");
        HOA.send("PUT", "/api/session/mail", "{'isWanted':true}", "Content-Type", "application/json");
        submitted("Lại gửi cho Hoa");
        assertThat(addresses(allMail())).containsExactly("hoa@example.vn", "minh@example.vn", "minh@example.vn");
    }

    @Test
    void a_dead_mail_server_holds_nobody_up_and_gets_all_of_it_once_when_it_is_back() {
        MAIL.stop();
        for (int i = 0; i < 5; i++) {
            submitted("Việc " + i);
        }
        assertThat(MINH.get("/api/notifications").body()).contains("Việc 0", "Việc 4");
        until(
                () -> SERVER.bean(FeatureStore.class).documents().list("mail-outbox", "").stream()
                        .noneMatch(entry -> entry.body().contains("\"tries\":0")),
                "every letter was tried");
        MAIL.reset();
        assertThat(addresses(allMail())).hasSize(10).containsOnly("hoa@example.vn", "minh@example.vn");
    }
}
