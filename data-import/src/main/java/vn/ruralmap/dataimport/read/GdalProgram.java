package vn.ruralmap.dataimport.read;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * GDAL's {@code ogr2ogr}, if this machine has it.
 *
 * <p>It reads files of strangers in C++, so it runs as a process of its own: without network and with limits of memory,
 * processor time and file size where {@code unshare} and {@code prlimit} are there, always with a limit of time, an
 * empty environment, and every driver switched off but the one of the format and GeoPackage. That rules out drivers
 * that follow what a file says to other files, to databases and to the network (VRT, WFS, GMLAS, ...).
 *
 * @param ogr2ogr the program
 * @param sandbox what it is started by
 * @param drivers all that it has
 */
record GdalProgram(Path ogr2ogr, List<String> sandbox, List<String> drivers) {
    /** The result of a conversion. */
    static final String RESULT = "result.gpkg";

    private static final String LOG = "gdal.log";
    private static final Duration PROBE_TIME = Duration.ofSeconds(20);
    private static final String MEMORY_BYTES = String.valueOf(3L << 30);
    private static final Pattern DRIVER = Pattern.compile("(?m)^  (\\S.*?) -[a-z,]+- ");
    private static final int PROBED_BYTES = 1 << 16;

    private static final class Installed {
        private static final Optional<GdalProgram> PROGRAM =
                find(Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    /** The one on the search path, looked for once. */
    static Optional<GdalProgram> installed() {
        return Installed.PROGRAM;
    }

    /** @param path folders as in the environment variable PATH */
    static Optional<GdalProgram> find(String path) {
        Optional<Path> program = executable("ogr2ogr", path);
        if (program.isEmpty()) {
            return Optional.empty();
        }
        List<String> sandbox = new ArrayList<>();
        addIfItRuns(sandbox, executable("unshare", path), "--user", "--net", "--map-root-user");
        addIfItRuns(sandbox, executable("prlimit", path), "--as=" + MEMORY_BYTES, "--cpu=600", "--core=0");
        List<String> drivers = new ArrayList<>();
        Matcher matcher = DRIVER.matcher(output(List.of(program.get().toString(), "--formats")));
        while (matcher.find()) {
            drivers.add(matcher.group(1));
        }
        return drivers.isEmpty()
                ? Optional.empty()
                : Optional.of(new GdalProgram(program.get(), List.copyOf(sandbox), List.copyOf(drivers)));
    }

    private static Optional<Path> executable(String name, String path) {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name).toAbsolutePath())
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** Containers often forbid one or the other. */
    private static void addIfItRuns(List<String> sandbox, Optional<Path> program, String... options) {
        if (program.isEmpty()) {
            return;
        }
        List<String> command = new ArrayList<>(sandbox);
        command.add(program.get().toString());
        command.addAll(List.of(options));
        List<String> probe = new ArrayList<>(command);
        probe.addAll(List.of("echo", "runs"));
        if (output(probe).equals("runs\n")) {
            sandbox.clear();
            sandbox.addAll(command);
        }
    }

    /** Empty if the command fails. */
    private static String output(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream out = process.getInputStream()) {
                process.getOutputStream().close();
                String text = new String(out.readNBytes(PROBED_BYTES), StandardCharsets.UTF_8);
                return process.waitFor(PROBE_TIME.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0
                        ? text
                        : "";
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /**
     * Converts a file to {@link #RESULT} in the same folder.
     *
     * @param driver that reads the file, and no other may
     * @param file name in the folder
     * @param config options of GDAL
     * @param allowed time and bytes it may take
     */
    void convert(String driver, TempFolder folder, String file, Map<String, String> config, Allowance allowed)
            throws UnreadableSourceException, IOException {
        if (!drivers.contains(driver) || !drivers.contains("GPKG")) {
            throw new UnreadableSourceException(
                    "GDAL_WITHOUT_DRIVER",
                    "GDAL trên máy này không có phần đọc “" + driver + "”. Xuất sang shapefile, MIF hoặc GeoPackage.",
                    "GDAL on this machine cannot read “" + driver + "”. Export as shapefile, MIF or GeoPackage.");
        }
        int status = new SandboxedProcess(command(driver, file, config), folder, allowed)
                .run(folder.path().resolve(LOG));
        String log = log(folder);
        if (status != 0 || !Files.exists(folder.path().resolve(RESULT))) {
            throw new UnreadableSourceException(
                    "GDAL_REFUSED",
                    "GDAL không đọc được tệp (mã " + status + "): " + log + ". Xuất lại tệp hoặc dùng định dạng khác.",
                    "GDAL cannot read the file (status " + status + "): " + log
                            + ". Export it again or use another format.");
        }
    }

    private List<String> command(String driver, String file, Map<String, String> config) {
        List<String> command = new ArrayList<>(sandbox);
        command.add(ogr2ogr.toString());
        String others = String.join(
                ",",
                drivers.stream()
                        .filter(name -> !name.equals(driver) && !name.equals("GPKG"))
                        .toList());
        command.addAll(List.of("--config", "GDAL_SKIP", others));
        command.addAll(List.of("--config", "CPL_VSIL_CURL_ALLOWED_EXTENSIONS", "none"));
        command.addAll(List.of("--config", "OGR_SQLITE_SYNCHRONOUS", "OFF"));
        config.forEach((key, value) -> command.addAll(List.of("--config", key, value)));
        command.addAll(List.of("-f", "GPKG", "-lco", "FID=" + FeaturesOfGdal.KEY, "-lco", "SPATIAL_INDEX=NO"));
        command.addAll(List.of("-dim", "XY", "-nlt", "CONVERT_TO_LINEAR", RESULT, file));
        return command;
    }

    private static String log(TempFolder folder) throws IOException {
        try (InputStream in = Files.newInputStream(folder.path().resolve(LOG))) {
            String text = new String(in.readNBytes(600), StandardCharsets.UTF_8);
            return text.replace(folder.path().toString(), "")
                    .replaceAll("\\s+", " ")
                    .strip();
        }
    }
}
