package vn.ruralmap.layers.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.crs.SystemReference;
import vn.ruralmap.layers.filter.Condition;
import vn.ruralmap.layers.filter.FesReader;
import vn.ruralmap.layers.filter.FilterNames;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Validity;
import vn.ruralmap.layers.store.Changes;

/** One table of filters in every language, with the features that each lets through: {@code filters.txt}. */
public final class FilterTable {

    /** The day on which it holds. */
    public static final LocalDate DATE = Changes.REFORM;

    private static final String LAYER = "sites";

    private FilterTable() {}

    /** One filter: its name, its text in each language, and the fids it lets through. */
    public record Row(String name, Map<String, String> texts, List<Long> fids) {

        public @Nullable String text(String language) {
            return texts.get(language);
        }
    }

    /** All filters, in the order of the file. */
    public static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        try (InputStream file = Objects.requireNonNull(FilterTable.class.getResourceAsStream("/filters.txt"))) {
            String[] blocks = new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n## ");
            for (String block : Arrays.asList(blocks).subList(1, blocks.length)) {
                rows.add(row(block.split("\n")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static Row row(String[] lines) {
        Map<String, String> texts = new HashMap<>();
        List<Long> fids = new ArrayList<>();
        for (String line : Arrays.asList(lines).subList(1, lines.length)) {
            int colon = line.indexOf(':');
            if (colon < 0 || line.startsWith("#")) {
                continue;
            }
            String key = line.substring(0, colon);
            String value = line.substring(colon + 1).strip();
            if (key.equals("ids")) {
                Arrays.stream(value.split(" "))
                        .filter(id -> !id.isEmpty())
                        .map(Long::valueOf)
                        .forEach(fids::add);
            } else {
                texts.put(key, value);
            }
        }
        return new Row(lines[0].strip(), texts, fids);
    }

    /** What is on the layer, fids 1 to 6 in this order; the communes that it refers to may have more attributes. */
    public static List<Change> changes(Catalogue catalogue) {
        LocalDate reform = Changes.REFORM;
        List<Change> changes = new ArrayList<>(List.of(
                commune(catalogue, "00001", "Kế Sách", Changes.square(106, 9)),
                commune(catalogue, "00002", "Nhơn Mỹ", Changes.square(106.01, 9))));
        changes.add(site(
                new Validity(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 1, 1)),
                "QĐ 1",
                "POINT (106.005 9.005)",
                "Vườn cò",
                3L,
                12.5,
                LocalDate.of(2020, 5, 1),
                true,
                "sinh thái",
                1L));
        changes.add(site(
                Validity.since(reform),
                "QĐ 2",
                "POINT (106.015 9.005)",
                "Chợ nổi",
                5L,
                null,
                LocalDate.of(2025, 7, 1),
                false,
                "làng nghề",
                2L));
        changes.add(site(
                Validity.since(reform),
                null,
                "POLYGON ((106.001 9.001, 106.002 9.001, 106.002 9.002, 106.001 9.002, 106.001 9.001))",
                "CHỢ ĐÊM",
                null,
                100.0,
                null,
                null,
                null,
                1L));
        changes.add(site(
                Validity.since(reform),
                null,
                "POLYGON ((106.008 9.004, 106.012 9.004, 106.012 9.006, 106.008 9.006, 106.008 9.004))",
                "Đường hoa",
                4L,
                0.5,
                LocalDate.of(2023, 12, 31),
                true,
                "sinh thái",
                null));
        changes.add(site(
                new Validity(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 1)),
                null,
                "POINT (106.1 9.1)",
                "100% dừa",
                -1L,
                7.0,
                LocalDate.of(2024, 2, 29),
                false,
                "làng nghề",
                null));
        changes.add(site(
                Validity.since(LocalDate.of(2025, 6, 1)),
                "QĐ 2",
                "POINT (106.02 9.005)",
                "0123",
                0L,
                3.25,
                LocalDate.of(2025, 7, 2),
                true,
                "sinh thái",
                2L));
        return changes;
    }

    private static Change commune(Catalogue catalogue, String code, String name, String wkt) {
        Object[] values = new Object[catalogue.getLayer("communes").attributes().size()];
        values[0] = code;
        values[1] = name;
        return new Change.Insert("communes", Changes.content(Validity.since(Changes.REFORM), wkt, values));
    }

    private static Change site(Validity validity, @Nullable String decision, String wkt, @Nullable Object... values) {
        List<@Nullable Object> all = new ArrayList<>(Arrays.asList(values));
        all.add("0901 234 567");
        return new Change.Insert(LAYER, new Change.Content(validity, decision, all, Changes.geometry(wkt)));
    }

    /** A condition in FES 2.0. @param operator the content of {@code fes:Filter} */
    public static Condition readFes(String operator, FilterNames names) {
        return readXml(fes(operator), names);
    }

    /** A document around an operator. */
    public static String fes(String operator) {
        return "<fes:Filter xmlns:fes='http://www.opengis.net/fes/2.0' xmlns:gml='http://www.opengis.net/gml/3.2'"
                + " xmlns:ntm='urn:ruralmap:ntm'>" + operator + "</fes:Filter>";
    }

    /** A condition of any document. */
    public static Condition readXml(String document, FilterNames names) {
        try {
            XMLInputFactory factory = XMLInputFactory.newFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(document));
            xml.nextTag();
            return FesReader.read(xml, SystemReference.WGS84, names);
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException(document, e);
        }
    }
}
