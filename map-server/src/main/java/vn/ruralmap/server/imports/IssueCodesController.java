package vn.ruralmap.server.imports;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.ruralmap.server.support.Parameters;

/** {@code /imports/codes}: what each issue code means and how to mend it, for people; {@code #CODE} leads to one. */
@RestController
class IssueCodesController {

    @GetMapping(path = "/imports/codes", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String page(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request);
        String language = parameters.find("lang").orElseGet(parameters::language);
        return new IssueCodesPage(language.equals("en") ? "en" : "vi").html();
    }
}
