package vn.ruralmap.layers.check;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ruralmap.layers.store.Changes.commune;
import static vn.ruralmap.layers.store.Changes.communeContent;
import static vn.ruralmap.layers.store.Changes.site;
import static vn.ruralmap.layers.store.Changes.siteContent;
import static vn.ruralmap.layers.store.Changes.square;
import static vn.ruralmap.layers.store.Changes.statusContent;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.GeometryKind;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Validity;
import vn.ruralmap.layers.store.Changes;
import vn.ruralmap.layers.store.ContractCatalogue;
import vn.ruralmap.layers.store.StoreContents;
import vn.ruralmap.layers.store.StoreFixture;
import vn.ruralmap.layers.store.StoreIssue;
import vn.ruralmap.layers.store.StoreIssueCode;

/** What a check says of a store that is sound, and of one that somebody broke behind the program's back. */
public abstract class StoreCheckContract extends StoreFixture {

    /** Runs SQL past all guards. */
    protected abstract void breakBy(String... sql) throws Exception;

    /** Looks at the store. */
    protected CheckReport check() {
        try (StoreContents contents = contents()) {
            return StoreCheck.run(contents);
        }
    }

    /** The codes of what a check finds. */
    protected Set<StoreIssueCode> codes() {
        return check().findings().stream().map(CheckReport.Finding::code).collect(Collectors.toSet());
    }

    /** Changesets 1 to 6: features that come, change, go, come back; a rollback, and its rollback. */
    protected void fill() {
        publish(
                commune("1", "A", square(105, 9)),
                commune("2", "B", square(105.01, 9)),
                commune("3", "C", square(106, 9)),
                site("S", "POINT (105.005 9.005)"));
        publish(
                new Change.Update("communes", 2, 1, communeContent("2", "B2", "phường", square(105.01, 9))),
                new Change.Insert("status", statusContent(1, "ntm", Validity.since(Changes.REFORM))),
                new Change.Update("sites", 1, 1, siteContent("S2", "POINT (105.006 9.005)", 1L)));
        publish(new Change.Delete("communes", 3, 1));
        publish(new Change.Delete("sites", 1, 2));
        store.revert(4, "minh");
        store.revert(5, "lan");
        store.revert(3, "lan");
    }

    @Test
    void aStoreThatOnlyTheProgramWroteIsSound() {
        fill();
        CheckReport report = check();

        assertThat(report.findings()).isEmpty();
        assertThat(report.revision()).isEqualTo(7);
        assertThat(report.changesets()).isEqualTo(7);
        assertThat(report.layers())
                .containsExactly(
                        new CheckReport.LayerCounts("communes", 7, 3, 6),
                        new CheckReport.LayerCounts("sites", 6, 0, 5),
                        new CheckReport.LayerCounts("status", 2, 1, 1));
        assertThat(CheckText.of(report).en()).contains(": sound, revision 7; 0 errors, 0 warnings.");
    }

    @Test
    void anEmptyStoreIsSound() {
        CheckReport report = check();
        assertThat(report.findings()).isEmpty();
        assertThat(report.revision()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "VERSION_MISSING         | DELETE FROM communes_history WHERE fid = 3 AND version = 2",
                "VERSION_MISSING         | DELETE FROM communes_history WHERE fid = 2 AND version = 1",
                "VERSION_ORDER           | UPDATE communes_history SET changeset = 5 WHERE fid = 2 AND version = 1",
                "DELETION_REPEATED       | UPDATE communes_history SET deleted = true WHERE fid = 3 AND version = 1",
                "FEATURE_MISSING         | DELETE FROM communes WHERE fid = 2",
                "FEATURE_MISSING         | DELETE FROM status",
                "FEATURE_DIFFERS         | UPDATE communes SET name = 'other' WHERE fid = 2",
                "FEATURE_DIFFERS         | UPDATE communes SET version = 7 WHERE fid = 2",
                "FEATURE_DIFFERS         | UPDATE communes SET valid_to = '2030-01-01' WHERE fid = 2",
                "FEATURE_DIFFERS         | UPDATE communes_history SET code = '9' WHERE fid = 1",
                "FEATURE_WITHOUT_HISTORY | DELETE FROM communes_history WHERE fid = 1",
                "FEATURE_WITHOUT_HISTORY | UPDATE communes_history SET deleted = true WHERE fid = 2 AND version = 2",
                "CHANGESET_MISSING       | DELETE FROM ruralmap_changesets WHERE id = 2",
                "CHANGESET_MISSING       | DELETE FROM ruralmap_changesets WHERE id = 7",
                "CHANGESET_COUNTS_DIFFER | UPDATE ruralmap_changesets SET updated = 9 WHERE id = 2",
                "CHANGESET_COUNTS_DIFFER | DELETE FROM sites_history WHERE fid = 1 AND version = 5",
                "CHANGESET_NOT_PUBLISHED | UPDATE ruralmap_changesets SET state = 'draft' WHERE id = 2",
                "CHANGESET_STATE_WRONG   | UPDATE ruralmap_changesets SET state = 'published' WHERE id = 3",
                "CHANGESET_STATE_WRONG   | UPDATE ruralmap_changesets SET state = 'reverted' WHERE id = 6",
                "REVERT_BROKEN           | UPDATE ruralmap_changesets SET reverts = 6 WHERE id = 5",
                "TIME_BACKWARDS          | UPDATE ruralmap_changesets SET time = '2020-01-01T00:00:00.000Z' WHERE id = 2",
                "ROW_UNREADABLE          | UPDATE ruralmap_changesets SET source = 'telepathy' WHERE id = 2",
                "LAYER_REVISION_WRONG    | UPDATE ruralmap_layers SET revision = 1 WHERE layer = 'communes'",
                "LAYER_REVISION_WRONG    | UPDATE ruralmap_layers SET revision = 99 WHERE layer = 'sites'",
                "REFERENCE_DANGLING      | UPDATE status SET commune = 77",
                "LAYER_NOT_IN_CATALOGUE  | UPDATE ruralmap_layers SET layer = 'sites' WHERE layer = 'sites'",
                "COLUMN_NOT_IN_CATALOGUE | ALTER TABLE communes ADD COLUMN extra TEXT",
            })
    void whatWasBrokenIsFoundWithItsCode(StoreIssueCode code, String sql) throws Exception {
        fill();
        if (code == StoreIssueCode.LAYER_NOT_IN_CATALOGUE) {
            breakBy(
                    "CREATE TABLE wells (fid integer, version integer, valid_from date, valid_to date, decision text)",
                    "CREATE TABLE wells_history (fid integer, version integer, changeset integer, deleted boolean,"
                            + " valid_from date, valid_to date, decision text)",
                    "INSERT INTO ruralmap_layers (layer, revision) VALUES ('wells', 0)");
        } else if (code == StoreIssueCode.COLUMN_NOT_IN_CATALOGUE) {
            breakBy(sql, sql.replace("communes", "communes_history"));
        } else {
            breakBy(sql);
        }
        CheckReport report = check();

        assertThat(report.findings()).extracting(CheckReport.Finding::code).contains(code);
        assertThat(report.findings()).allSatisfy(finding -> {
            assertThat(finding.count()).isPositive();
            assertThat(finding.examples()).isNotEmpty();
            assertThat(finding.code().remedy().vi()).isNotBlank();
        });
        assertThat(CheckText.of(report).vi()).contains(code + " × ");
    }

    @Test
    void aFindingNamesTheFeatureAndTheAttributesButNoValues() throws Exception {
        fill();
        breakBy("UPDATE communes SET name = 'bí mật', kind = 'xã' WHERE fid = 2");

        StoreIssue issue = check().findings().get(0).examples().get(0);

        assertThat(issue.layer()).isEqualTo("communes");
        assertThat(issue.fid()).isEqualTo(2);
        assertThat(issue.message().en()).isEqualTo("communes.2 differs from version 2 of the history in: name, kind");
    }

    @Test
    void aValueThatTheCatalogueForbidsByNowIsAWarning() {
        publish(new Change.Insert("communes", communeContent("1", "A", null, square(105, 9))));
        Catalogue stricter = ContractCatalogue.of(List.of(ContractCatalogue.layer(
                "communes",
                Set.of(GeometryKind.POLYGON),
                List.of(
                        ContractCatalogue.attribute("code", AttributeType.TEXT),
                        ContractCatalogue.attribute("kind", AttributeType.TEXT, Attribute.Flag.REQUIRED)),
                null)));
        try (StoreContents contents = contents(stricter)) {
            assertThat(StoreCheck.run(contents).findings())
                    .extracting(CheckReport.Finding::code)
                    .contains(StoreIssueCode.VALUE_BREAKS_SCHEMA, StoreIssueCode.COLUMN_NOT_IN_CATALOGUE)
                    .contains(StoreIssueCode.LAYER_NOT_IN_CATALOGUE)
                    .allSatisfy(code -> assertThat(code.severity()).isNotEqualTo(Issue.Severity.ERROR));
        }
    }

    @Test
    void invalidGeometryIsFoundWithItsPlace() {
        publish(commune("1", "A", "MULTIPOLYGON (((105 9, 105.01 9.01, 105.01 9, 105 9.01, 105 9)))"));
        StoreIssue issue = check().findings().get(0).examples().get(0);

        assertThat(issue.code()).isEqualTo(StoreIssueCode.GEOMETRY_INVALID);
        assertThat(issue.place()).isNotNull();
        assertThat(issue.place().distance(new Coordinate(105.005, 9.005))).isLessThan(1e-9);

        publish(new Change.Update("communes", 1, 1, communeContent("1", "A", "xã", square(105, 9))));
        assertThat(codes()).containsExactly(StoreIssueCode.OLD_GEOMETRY_WRONG);
    }

    @Test
    void unitsOfACoverageThatOverlapOnTheSameDayAreFound() {
        publish(commune("1", "A", square(105, 9)), commune("2", "B", square(105.005, 9)));
        StoreIssue issue = check().findings().get(0).examples().get(0);

        assertThat(issue.code()).isEqualTo(StoreIssueCode.COVERAGE_OVERLAP);
        assertThat(issue.message().en()).startsWith("communes.1, communes.2 overlap by about 6");
    }

    @Test
    void aUnitInsideAnotherOneAndTheSameUnitTwiceAreOverlaps() {
        publish(
                commune("1", "A", square(105, 9)),
                commune("2", "B", square(105, 9)),
                commune("3", "C", "MULTIPOLYGON (((105.002 9.002, 105.004 9.002, 105.004 9.004, 105.002 9.002)))"));
        assertThat(check().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(StoreIssueCode.COVERAGE_OVERLAP);
            assertThat(finding.count()).isEqualTo(3);
        });
    }

    @Test
    void unitsOfDifferentTimesOrWithTheSameBorderDoNotOverlap() {
        publish(
                new Change.Insert(
                        "communes",
                        Changes.content(
                                new Validity(LocalDate.of(2008, 1, 1), Changes.REFORM),
                                square(105, 9),
                                "1",
                                "Old",
                                "xã")),
                commune("1", "A", square(105, 9)),
                commune("2", "B", square(105.01, 9)),
                commune("3", "C", square(105, 9.01)));
        assertThat(codes()).isEmpty();
    }

    @Test
    void aCheckSeesOneMomentWhileOthersWrite() {
        fill();
        try (StoreContents contents = contents()) {
            contents.layers();
            publish(commune("9", "Z", square(108, 9)), site("T", "POINT (1 1)"));
            assertThat(StoreCheck.run(contents).findings()).isEmpty();
        }
        assertThat(check().revision()).isEqualTo(8);
    }

    @Test
    void aMillionFindingsAreCountedAndTheFirstAreTold() throws Exception {
        fill();
        for (int i = 10; i < 40; i++) {
            publish(site("S" + i, "POINT (105 9)"));
        }
        breakBy("DELETE FROM sites_history");

        CheckReport.Finding finding = check().findings().stream()
                .filter(found -> found.code() == StoreIssueCode.FEATURE_WITHOUT_HISTORY)
                .findFirst()
                .orElseThrow();

        assertThat(finding.count()).isEqualTo(30);
        assertThat(finding.examples()).hasSize(20);
    }
}
