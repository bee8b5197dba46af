package vn.ruralmap.server.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is wrong with a command's arguments, in both languages and a few lines: picocli would print all options after
 * it, which on a terminal pushes the message out of sight.
 */
final class UsageErrors {

    private UsageErrors() {}

    static void handle(CommandLine commandLine) {
        commandLine
                .setParameterExceptionHandler(UsageErrors::explain)
                .registerConverter(LocalDate.class, UsageErrors::date)
                .registerConverter(long.class, UsageErrors::number);
    }

    private static int explain(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText("ruralmap: " + message(e)));
        UnmatchedArgumentException.printSuggestions(e, err);
        err.println("Cách dùng / usage: ./" + command.getCommandSpec().qualifiedName() + " --help");
        return RuralmapCommand.USAGE;
    }

    private static String message(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return "không hiểu / not understood: " + String.join(" ", unmatched.getUnmatched());
        }
        if (e instanceof MissingParameterException missing) {
            return missing.getMissing().stream()
                    .map(argument -> argument.isOption()
                            ? ((CommandLine.Model.OptionSpec) argument).longestName() + " " + argument.paramLabel()
                            : argument.paramLabel())
                    .collect(Collectors.joining(", ", "thiếu / missing: ", ""));
        }
        return e.getMessage();
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    "'" + text + "' không phải là ngày; viết năm-tháng-ngày như 2025-07-01 / '" + text
                            + "' is no date; write year-month-day like 2025-07-01");
        }
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' không phải là số / '" + text + "' is no number");
        }
    }
}
