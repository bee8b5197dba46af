package vn.ruralmap.layers.crs;

import vn.ruralmap.layers.crs.Vn2000.Shift;
import vn.ruralmap.layers.model.LocalizedText;

/** What a person must know about the datum and the meridian of a definition. */
final class DatumWarnings {

    private DatumWarnings() {}

    /** @param shift anything but the official one */
    static LocalizedText replaced(Shift shift) {
        String vi =
                switch (shift) {
                    case DECREE_SIGNS ->
                        "TOWGS84 trong tệp chép nguyên dấu góc xoay của quyết định (sai quy ước, lệch 0,53 m)";
                    case EPSG_5194 -> "TOWGS84 trong tệp là bộ EPSG:5194 không chính thức (lệch đến 0,81 m)";
                    case ZEROS -> "TOWGS84 trong tệp toàn số 0 (lệch khoảng 225 m)";
                    case OFFICIAL, OTHER -> "Tham số TOWGS84 trong tệp khác tham số chính thức của VN-2000";
                };
        String en =
                switch (shift) {
                    case DECREE_SIGNS ->
                        "TOWGS84 in the file has the rotation signs of the decree (the other convention, 0.53 m off)";
                    case EPSG_5194 -> "TOWGS84 in the file is EPSG:5194, which is not official (up to 0.81 m off)";
                    case ZEROS -> "TOWGS84 in the file is all zeros (some 225 m off)";
                    case OFFICIAL, OTHER -> "TOWGS84 in the file differs from the official parameters of VN-2000";
                };
        return new LocalizedText(
                vi + "; đã dùng tham số chính thức (EPSG:6960, QĐ 05/2007/QĐ-BTNMT).",
                en + "; the official ones were used (EPSG:6960, QĐ 05/2007/QĐ-BTNMT).");
    }

    static LocalizedText wgs84LikeVn2000() {
        return new LocalizedText(
                "Tệp khai WGS84 nhưng phép chiếu giống VN-2000 TM-3; nếu là VN-2000 thì lệch khoảng 200 m. Kiểm"
                        + " tra và dùng --crs nếu cần.",
                "The file says WGS84 but its projection looks like VN-2000 TM-3; if it is VN-2000 the data are"
                        + " some 200 m off. Check, and use --crs if need be.");
    }

    static LocalizedText unnamedTakenAsVn2000() {
        return new LocalizedText(
                "Tệp không nói hệ quy chiếu; tỷ lệ 0,9999 là của VN-2000 TM-3 nên đã coi là VN-2000.",
                "The file does not name its datum; scale 0.9999 is that of VN-2000 TM-3, so it was taken as"
                        + " VN-2000.");
    }

    /** @param named the meridian in the name, as people write it */
    static LocalizedText otherMeridianInName(String named, double meridian) {
        return new LocalizedText(
                "Tên hệ nói kinh tuyến trục " + named + " nhưng tham số là " + meridian
                        + "; đã theo tham số. Kiểm tra và dùng --crs nếu cần.",
                "The name speaks of the axis " + named + " but the parameter is " + meridian
                        + "; the parameter was followed. Check, and use --crs if need be.");
    }

    /** @param code of the system that has these digits as degrees and minutes */
    static LocalizedText sexagesimalMeridian(double meridian, String code) {
        return new LocalizedText(
                "Kinh tuyến trục " + meridian + "° không tỉnh nào dùng; có lẽ là độ và phút viết liền, tức " + code
                        + ". Nếu đúng thì dùng --crs " + code + ".",
                "No province uses the axis " + meridian + "°; perhaps these are degrees and minutes, that is " + code
                        + ". If so, pass --crs " + code + ".");
    }

    static LocalizedText swappedOrigin(String code) {
        return new LocalizedText(
                "Định nghĩa có false easting và false northing đổi chỗ (lỗi của EPSG:6956-6959 đã bị thay); đã dùng "
                        + code + ".",
                "False easting and false northing are swapped (the error of EPSG:6956-6959, since replaced); " + code
                        + " was used.");
    }
}
