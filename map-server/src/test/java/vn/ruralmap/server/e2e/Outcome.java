package vn.ruralmap.server.e2e;

/** How a process ended and what it said. */
record Outcome(int exitCode, String out, String err) {

    /** For assertions whose failure nobody could explain without the output. */
    String everything() {
        return "exit code " + exitCode + "\n--- output\n" + out + "\n--- errors\n" + err;
    }
}
