package vn.ruralmap.server.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.ruralmap.server.e2e.OfficerPages.MAKER;
import static vn.ruralmap.server.e2e.OfficerPages.MINH;
import static vn.ruralmap.server.e2e.OfficerPages.SERVER;
import static vn.ruralmap.server.e2e.OfficerPages.place;
import static vn.ruralmap.server.e2e.OfficerPages.shoot;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.server.editing.Officer;
import vn.ruralmap.server.editing.Role;
import vn.ruralmap.server.proposals.Zones;

/** An officer's work on several devices: each browser window is a device of its own. */
class ServerDraftsIT {

    private static final Browser BROWSER = Browser.open();

    @AfterAll
    static void stop() {
        BROWSER.close();
    }

    /** Somebody whose list of drafts has nothing of other tests. */
    private static Officer officer(String name) {
        return Officer.of(SERVER, name, EnumSet.of(Role.OFFICER));
    }

    private static Page editing(Officer officer, int row) {
        return OfficerPages.editing(BROWSER.window(1280, 900), officer, place(row));
    }

    private static void nudge(Page page, int row, String key) {
        page.getByTestId("editor-row")
                .filter(new Locator.FilterOptions().setHasText("VN-TAY-" + row))
                .click();
        assertThat(page.getByTestId("selected-title")).hasText("VN-TAY-" + row);
        for (int i = 0; i < 3; i++) {
            page.keyboard().press("ArrowRight");
        }
        assertThat(page.getByTestId("vertex")).containsText("Đỉnh 3/5, chung với VN-DONG-" + row);
        page.keyboard().press("Enter");
        page.keyboard().press(key);
        page.keyboard().press("Enter");
        page.keyboard().press("Escape");
    }

    private static Locator drafts(Page page, String place) {
        return page.locator("[data-testid=draft][data-place=" + place + "]");
    }

    private static void reopen(Page page) {
        page.getByTestId("editor-close").click();
        assertThat(page.getByTestId("editor")).hasCount(0);
        page.getByTestId("to-editor").click();
        OfficerPages.loaded(page);
    }

    private static JsonNode own(Officer officer) {
        return Officer.json(officer.get("/api/proposals?mine=true")).get("proposals");
    }

    private static JsonNode whole(Officer officer, JsonNode head) {
        return Officer.json(officer.get("/api/proposals/" + head.get("id").asString()));
    }

    @Test
    void aDraftGoesOnOnAnotherDeviceAndWhereBothWentOnBothAreKept() {
        Officer bich = officer("bich");
        Zones.create(MAKER, 5);
        Page office = editing(bich, 5);
        nudge(office, 5, "ArrowLeft");
        assertThat(office.getByTestId("draft-about")).containsText("chưa lưu lên máy chủ");
        office.getByTestId("draft-title").fill("Chỉnh ở cơ quan");
        office.getByTestId("draft-save").click();
        assertThat(office.getByTestId("saving-message")).containsText("Đã lưu đề xuất số");
        assertThat(office.getByTestId("draft-about")).containsText("Đã lưu trên máy này và trên máy chủ");
        JsonNode first = whole(bich, own(bich).get(0)).get("edits");

        Page field = editing(bich, 5);
        assertThat(drafts(field, "server")).containsText("Chỉnh ở cơ quan");
        shoot(field, "drafts-server-desktop-vi");
        drafts(field, "server").getByTestId("draft-open").click();
        assertThat(field.getByTestId("draft-about")).containsText("2 vùng thay đổi");
        assertThat(field.getByTestId("draft-title")).hasValue("Chỉnh ở cơ quan");
        nudge(field, 5, "ArrowUp");
        assertThat(field.getByTestId("draft-about")).containsText("còn là bản trước");
        field.getByTestId("draft-save").click();
        assertThat(field.getByTestId("draft-about")).containsText("Đã lưu trên máy này và trên máy chủ");
        JsonNode second = whole(bich, own(bich).get(0)).get("edits");
        assertThat(own(bich)).hasSize(1);
        assertThat(second.get(0).get("geometry")).isNotEqualTo(first.get(0).get("geometry"));
        assertThat(second.get(0).get("version")).isEqualTo(first.get(0).get("version"));

        nudge(office, 5, "ArrowDown");
        reopen(office);
        assertThat(drafts(office, "apart")).containsText("Có hai bản khác nhau");
        shoot(office, "drafts-apart-desktop-vi");
        drafts(office, "apart").getByTestId("draft-open").click();
        assertThat(office.getByTestId("saving-message")).containsText("đề xuất riêng");
        assertThat(drafts(office, "server")).hasCount(1);
        office.getByTestId("draft-title").fill("Bản ở cơ quan");
        office.getByTestId("draft-save").click();
        assertThat(office.getByTestId("saving-message")).containsText("Đã lưu đề xuất số");

        assertThat(own(bich)).hasSize(2);
        assertThat(whole(bich, own(bich).get(1)).get("edits")).isEqualTo(second);
        // a refused save is one, in whichever test it was
        assertThat(BROWSER.complaints()).allMatch(complaint -> complaint.contains("status of 412"));
    }

    @Test
    void savingOverWhatAnotherDeviceSavedIsRefusedAndKeepsBoth() {
        Officer cuc = officer("cuc");
        Zones.create(MAKER, 6);
        Page office = editing(cuc, 6);
        nudge(office, 6, "ArrowLeft");
        office.getByTestId("draft-save").click();
        assertThat(office.getByTestId("saving-message")).containsText("Đã lưu đề xuất số");
        Page field = editing(cuc, 6);
        drafts(field, "server").getByTestId("draft-open").click();
        nudge(field, 6, "ArrowUp");
        field.getByTestId("draft-save").click();
        assertThat(field.getByTestId("saving-message")).containsText("Đã lưu đề xuất số");
        JsonNode saved = whole(cuc, own(cuc).get(0)).get("edits");

        nudge(office, 6, "ArrowDown");
        office.getByTestId("draft-save").click();
        assertThat(office.getByTestId("saving-message")).containsText("Có người vừa lưu đề xuất này ở nơi khác");
        assertThat(drafts(office, "server")).hasCount(1);
        assertThat(whole(cuc, own(cuc).get(0)).get("edits")).isEqualTo(saved);
        office.getByTestId("draft-save").click();
        assertThat(office.getByTestId("saving-message")).containsText("Đã lưu đề xuất số");
        assertThat(own(cuc)).hasSize(2);

        Page phone = OfficerPages.editing(BROWSER.window(390, 844), cuc, place(6) + "&lang=en");
        assertThat(drafts(phone, "server")).hasCount(2);
        assertThat(drafts(phone, "server").first()).containsText("On the server, saved last by cuc.");
        assertThat(drafts(phone, "server").first()).containsText("Untitled");
        shoot(phone, "drafts-server-phone-en");
        drafts(phone, "server").first().getByTestId("draft-open").click();
        assertThat(phone.getByTestId("draft-about")).containsText("Areas changed: 2");
        assertThat(phone.getByTestId("draft-title")).hasValue("");
    }

    @Test
    void aReturnedProposalIsOpenedWithTheReasonSubmittedTakenBackAndDiscardedAfterQuestions() {
        Officer dao = officer("dao");
        Zones zones = Zones.create(MAKER, 7);
        HttpResponse<String> created = dao.send(
                "POST",
                "/api/proposals",
                Zones.proposal(
                        "Bị trả",
                        Zones.update(zones.west(), 1, Zones.west(7, 105.9198)),
                        Zones.update(zones.east(), 1, Zones.east(7, 105.9198))));
        String path = Officer.header(created, "Location");
        assertThat(dao.send("POST", path + "/submit", "{'comment':'Xin duyệt'}").statusCode())
                .isEqualTo(200);
        assertThat(MINH.send("POST", path + "/return", "{'comment':'Thiếu quyết định'}")
                        .statusCode())
                .isEqualTo(200);

        Page page = editing(dao, 7);
        Locator row = page.getByTestId("draft");
        assertThat(row)
                .containsText(
                        "trả lại",
                        new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                                .setIgnoreCase(true));
        row.getByTestId("draft-open").click();
        assertThat(page.getByTestId("saving-message")).hasText("Đề xuất bị trả lại: Thiếu quyết định");
        assertThat(page.getByTestId("draft-about")).containsText("2 vùng thay đổi");
        page.getByTestId("draft-decision").fill("QĐ 15/2026");
        shoot(page, "drafts-returned-desktop-vi");
        page.getByTestId("draft-submit").click();
        assertThat(page.getByTestId("saving-message")).containsText("Đã gửi duyệt đề xuất");
        JsonNode head = Officer.json(dao.get(path));
        assertThat(head.get("state").asString()).isEqualTo("submitted");
        assertThat(head.get("decision").asString()).isEqualTo("QĐ 15/2026");

        row.getByTestId("draft-withdraw").click();
        page.getByTestId("confirm-no").click();
        assertThat(Officer.json(dao.get(path)).get("state").asString()).isEqualTo("submitted");
        row.getByTestId("draft-withdraw").click();
        page.getByTestId("confirm-yes").click();
        row.getByTestId("draft-open").click();
        assertThat(page.getByTestId("draft-title")).hasValue("Bị trả");
        assertThat(page.getByTestId("draft-about")).containsText(Pattern.compile("trên máy chủ, số [0-9a-f]{12}"));

        page.getByTestId("draft-discard-open").click();
        page.getByTestId("confirm-no").click();
        assertThat(page.getByTestId("draft-about")).containsText("2 vùng thay đổi");
        page.getByTestId("draft-discard-open").click();
        assertThat(page.locator("#confirm-body")).containsText("trên máy này và trên máy chủ");
        page.getByTestId("confirm-yes").click();
        assertThat(page.getByTestId("saving-message")).hasText("Đã bỏ bản nháp.");
        assertThat(page.getByTestId("draft")).hasCount(0);
        assertThat(Officer.json(dao.get(path)).get("state").asString()).isEqualTo("discarded");
    }
}
