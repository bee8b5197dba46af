package vn.ruralmap.server.proposals;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.editing.AddressBook;
import vn.ruralmap.server.mail.Letter;
import vn.ruralmap.server.mail.LetterSource;
import vn.ruralmap.server.support.PublicUrl;

/** Says by mail what {@code /api/notifications} says: in Vietnamese first, then in English. */
@Component
final class ProposalLetters implements LetterSource {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final Drafts drafts;
    private final AddressBook addresses;
    private final Snapshots snapshots;
    private final PublicUrl publicUrl;

    ProposalLetters(Drafts drafts, AddressBook addresses, Snapshots snapshots, PublicUrl publicUrl) {
        this.drafts = drafts;
        this.addresses = addresses;
        this.snapshots = snapshots;
        this.publicUrl = publicUrl;
    }

    /** What {@link #write} reads: the last step of a proposal. */
    static String reference(Proposal proposal) {
        Proposal.Step last = proposal.steps().get(proposal.steps().size() - 1);
        return proposal.id() + "/" + last.action() + "/" + last.when();
    }

    @Override
    public List<Letter> write(String reference) {
        String[] parts = reference.split("/", 3);
        Optional<Proposal> proposal = drafts.find(parts[0]).map(Drafts.Stored::proposal);
        List<Letter> letters = new ArrayList<>();
        if (proposal.isEmpty()) {
            return letters;
        }
        Instant when = Instant.parse(parts[2]);
        for (AddressBook.Addressee to : addresses.list()) {
            Notice.of(proposal.get(), to.name(), to.roles()).stream()
                    .filter(notice -> notice.step().action().equals(parts[1])
                            && notice.step().when().equals(when))
                    // who approved knows that it waits to be published
                    .filter(notice -> !notice.step().who().equals(to.name()))
                    .findFirst()
                    .ifPresent(notice -> letters.add(letter(notice, to)));
        }
        return letters;
    }

    private Letter letter(Notice notice, AddressBook.Addressee to) {
        Proposal proposal = notice.proposal();
        LocalizedText news = news(notice);
        LocalizedText service = snapshots.current().catalogue().service().title();
        String subject = capital(news.vi()) + " / " + capital(news.en()) + ": " + proposal.title();
        String text = part(
                        "Xin chào " + to.displayName() + ",",
                        "Đề xuất “" + proposal.title() + "” " + news.vi() + ".",
                        notice,
                        "Lý do, ý kiến: ",
                        link("Mở đề xuất: ", proposal, ""),
                        publicUrl
                                .configured()
                                .map(url -> "Không muốn nhận thư này: " + url + "/accounts.html")
                                .orElse("Không muốn nhận thư này: tắt ở trang Tài khoản"))
                + "\n"
                + part(
                        "Hello " + to.displayName() + ",",
                        "the proposal “" + proposal.title() + "” " + news.en() + ".",
                        notice,
                        "Comment: ",
                        link("Open it: ", proposal, "&lang=en"),
                        publicUrl
                                .configured()
                                .map(url -> "To get no more of these letters: " + url + "/accounts.html#lang=en")
                                .orElse("To get no more of these letters: switch them off on the page Accounts"))
                + "\n-- \n" + service.vi() + " / " + service.en() + "\n";
        return new Letter(to.address(), subject, text);
    }

    private static String part(String greeting, String news, Notice notice, String said, String link, String leaving) {
        String comment = notice.step().comment();
        return greeting + "\n\n" + news + "\n"
                + notice.step().who() + ", " + MOMENT.format(notice.step().when()) + "\n"
                + (comment == null || comment.isBlank() ? "" : said + comment + "\n")
                + link + leaving + "\n";
    }

    private String link(String words, Proposal proposal, String language) {
        return publicUrl
                .configured()
                .map(url -> words + url + "/review#" + proposal.id() + language + "\n")
                .orElse("");
    }

    private static LocalizedText news(Notice notice) {
        return switch (notice.step().action()) {
            case "submit" -> new LocalizedText("đang chờ duyệt", "waits for approval");
            case "approve" ->
                notice.isWaiting()
                        ? new LocalizedText("đã được duyệt và chờ công bố", "is approved and waits to be published")
                        : new LocalizedText("đã được duyệt", "is approved");
            case "return" -> new LocalizedText("bị trả lại", "was returned");
            case "publish" -> new LocalizedText("đã được công bố", "is published");
            case "revert" -> new LocalizedText("đã bị hoàn tác", "was reverted");
            default -> new LocalizedText("có thay đổi", "has changed");
        };
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
