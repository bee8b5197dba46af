package vn.ruralmap.server.wfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GetFeature as files. */
class FileFormatsTest {

    @ParameterizedTest
    @CsvSource({
        "csv,text/csv;charset=UTF-8",
        "text/csv,text/csv;charset=UTF-8",
        "shape-zip,application/zip",
        "SHAPE-ZIP,application/zip",
        "geopackage,application/geopackage+sqlite3",
        "application/vnd.google-earth.kml+xml,application/vnd.google-earth.kml+xml",
        "kml,application/vnd.google-earth.kml+xml",
        "flatgeobuf,application/vnd.flatgeobuf"
    })
    void clients_find_each_format_by_the_names_they_know(String name, String contentType) {
        HttpResponse<String> answer = Wfs.ask("GetFeature&TYPENAMES=communes&OUTPUTFORMAT=" + name);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
                .isEqualTo(contentType);
    }

    @Test
    void a_file_holds_what_the_query_finds() {
        String csv = Wfs.ask("GetFeature&TYPENAMES=communes&OUTPUTFORMAT=csv&PROPERTYNAME=code,name&SORTBY=code&COUNT=2"
                        + "&AS-OF=2025-07-01&BBOX=9.7,105.9,9.8,106,urn:ogc:def:crs:EPSG::4326")
                .body();

        assertThat(csv).isEqualTo("\uFEFFcode,name\r\n31507,Sóc Trăng\r\n31528,Kế Sách\r\n");
    }

    @Test
    void a_file_holds_one_type() {
        HttpResponse<String> answer = Wfs.ask("GetFeature&TYPENAMES=(communes)(hamlets)&OUTPUTFORMAT=csv"
                .replace("(", "%28")
                .replace(")", "%29"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("ExceptionReport", "typeNames", "one type");
    }
}
