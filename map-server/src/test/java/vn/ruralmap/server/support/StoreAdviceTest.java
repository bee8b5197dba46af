package vn.ruralmap.server.support;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.ruralmap.layers.store.StoreUnavailableException;

class StoreAdviceTest {

    @RestController
    static class Writing {
        @PostMapping("/write")
        void write() {
            throw new StoreUnavailableException("db.example mất", "db.example is gone", null);
        }
    }

    @Test
    void whoeverWritesWhileTheStoreIsAwayIsToldToComeAgain() throws Exception {
        MockMvcBuilders.standaloneSetup(new Writing())
                .setControllerAdvice(new StoreAdvice(), new ProblemAdvice())
                .build()
                .perform(post("/write"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "5"))
                .andExpect(content().string(org.hamcrest.Matchers.containsString("try again in a few seconds")))
                .andExpect(content()
                        .string(org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString("db.example"))));
    }
}
