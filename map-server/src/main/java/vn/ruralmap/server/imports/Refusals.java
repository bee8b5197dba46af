package vn.ruralmap.server.imports;

import org.springframework.util.unit.DataSize;
import vn.ruralmap.server.support.RequestException;

/** Why something that was asked of imports is not done, with what to do instead. */
final class Refusals {

    private Refusals() {}

    static RequestException noSuchImport() {
        return RequestException.of(
                404,
                "NoSuchImport",
                "id",
                "Không có lượt nhập này, hoặc đã bị xóa; danh sách ở /api/imports",
                "There is no such import, or it was deleted; /api/imports lists those there are");
    }

    static RequestException layerGone(String layer) {
        return RequestException.of(
                409,
                "LayerNotDefined",
                "layer",
                "Danh mục không còn lớp " + layer,
                "The catalogue has the layer " + layer + " no longer");
    }

    static RequestException noSuchFile() {
        return RequestException.of(
                404, "NoSuchFile", "name", "Lượt nhập này không có tệp như vậy", "The import has no such file");
    }

    static RequestException running() {
        return RequestException.of(
                409,
                "ImportRunning",
                null,
                "Lượt nhập đang chờ hoặc đang chạy; hãy đợi xong hoặc dừng nó trước",
                "The import is waiting or running; wait for it or cancel it first");
    }

    static RequestException uploading() {
        return RequestException.of(
                409,
                "UploadRunning",
                null,
                "Còn tệp đang được tải lên; hãy đợi tải xong",
                "A file is still being uploaded; wait until it is there");
    }

    static RequestException nothingRuns() {
        return RequestException.of(
                409,
                "NothingRuns",
                null,
                "Không có việc gì đang chạy để dừng",
                "Nothing is running that could be cancelled");
    }

    static RequestException notPlanned() {
        return RequestException.of(
                409,
                "NotPlanned",
                null,
                "Chưa có bản xem trước để công bố; hãy xem trước (plan) rồi mới công bố",
                "There is no plan to publish; plan first and publish then");
    }

    static RequestException noReport() {
        return RequestException.of(
                409,
                "NoReport",
                null,
                "Chưa có kết quả; hãy xem trước (plan) và đợi xong",
                "There is no result yet; plan and wait for the end");
    }

    static RequestException queueFull() {
        return RequestException.of(
                503,
                "QueueFull",
                null,
                "Quá nhiều lượt nhập đang chờ; hãy thử lại sau",
                "Too many imports are waiting; try again later");
    }

    static RequestException closing() {
        return RequestException.of(
                503, "Closing", null, "Máy chủ đang tắt; hãy thử lại sau", "The server is stopping; try again later");
    }

    static RequestException elsewhere() {
        return RequestException.of(
                503,
                "ImportsElsewhere",
                null,
                "Một máy chủ khác trên cùng kho dữ liệu đang giữ thư mục nhập; hãy dùng máy chủ đó hoặc tắt nó",
                "Another server on the same store holds the folder of imports; use that one or stop it");
    }

    static RequestException tooManyImports(int most) {
        return RequestException.of(
                409,
                "TooManyImports",
                null,
                "Đã có " + most + " lượt nhập; hãy xóa những lượt không cần nữa",
                "There are " + most + " imports already; delete those that are no longer needed");
    }

    static RequestException tooManyFiles(int most) {
        return RequestException.of(
                413,
                "TooManyFiles",
                "name",
                "Một lượt nhập có tối đa " + most + " tệp; hãy nén chúng thành .zip",
                "An import has at most " + most + " files; zip them");
    }

    static RequestException tooLarge(DataSize most) {
        return RequestException.of(
                413,
                "ImportTooLarge",
                "name",
                "Các tệp của một lượt nhập có tối đa " + most.toMegabytes() + " MB; hãy chia nhỏ dữ liệu",
                "The files of an import have at most " + most.toMegabytes() + " MB; split the data");
    }

    static RequestException noRoom() {
        return RequestException.of(
                507,
                "InsufficientStorage",
                null,
                "Không còn đủ chỗ trên đĩa hoặc trong hạn mức của các lượt nhập; hãy xóa bớt lượt nhập cũ",
                "There is not enough room on the disk or within what imports may take; delete old imports");
    }

    static RequestException diskFailed() {
        return RequestException.of(
                507,
                "StorageFailed",
                null,
                "Không đọc hay ghi được thư mục nhập trên máy chủ; kiểm tra đĩa và quyền ghi",
                "The folder of imports on the server cannot be read or written; check the disk and permissions");
    }

    static RequestException uploadStalled() {
        return RequestException.of(
                408,
                "UploadStalled",
                "name",
                "Tệp ngừng được gửi lên; không giữ lại gì, hãy tải lại",
                "The upload stalled; nothing was kept, upload again");
    }

    static RequestException uploadCut() {
        return RequestException.of(
                400,
                "UploadIncomplete",
                "name",
                "Tệp không được gửi lên hết; không giữ lại gì, hãy tải lại",
                "The file did not arrive whole; nothing was kept, upload again");
    }

    static RequestException badName() {
        return RequestException.invalid(
                "name",
                "tên tệp có tối đa 200 byte, không có / \\ ký tự điều khiển, và không là . hay ..",
                "a file name has at most 200 bytes, no / \\ or control characters, and is not . or ..");
    }

    static RequestException nameNotWritable() {
        return RequestException.invalid(
                "name",
                "máy chủ này không ghi được tên tệp có dấu; hãy đổi tên không dấu, hoặc chạy máy chủ với LANG=C.UTF-8",
                "this server cannot write names with such letters; rename the file, or run the server with LANG=C.UTF-8");
    }
}
