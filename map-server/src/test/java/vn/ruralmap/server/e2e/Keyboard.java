package vn.ruralmap.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;

/** Somebody without a mouse: goes where it wants by the tab key, and must see where it is at every stop. */
record Keyboard(Page page) {

    private static final int MOST_STOPS = 80;

    private static final String WHERE = """
            (selector) => {
              const node = document.activeElement;
              if (node === document.body) {
                return { is: false, seen: true, what: 'body' };
              }
              const { left, top, right, bottom, width, height } = node.getBoundingClientRect();
              const style = getComputedStyle(node);
              const ring = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'
                || (node.matches('.map') && getComputedStyle(node, '::after').borderTopStyle === 'solid');
              const inside = width > 0 && height > 0 && left < innerWidth && top < innerHeight && right > 0 && bottom > 0;
              return { is: node.matches(selector), seen: ring && inside, what: `${ring ? '' : 'no ring '}${inside ? '' : 'out of sight '}${node.outerHTML.slice(0, 160)}` };
            }""";

    /** From now on whatever a mouse or a finger does on the page is an error of the page. */
    static Keyboard of(Page page) {
        page.addInitScript("for (const type of ['mousedown', 'pointerdown', 'touchstart', 'mousemove', 'wheel']) {"
                + " addEventListener(type, () => console.error('not by keyboard: ' + type), true); }");
        return new Keyboard(page);
    }

    /** Presses tab until the keyboard is there; fails where a stop cannot be seen. @param selector of CSS */
    Keyboard to(String selector) {
        for (int i = 0; i < MOST_STOPS; i++) {
            press("Tab");
            Map<?, ?> where = (Map<?, ?>) page.evaluate(WHERE, selector);
            assertThat(where.get("seen"))
                    .as("focus is seen on %s", where.get("what"))
                    .isEqualTo(true);
            if (Boolean.TRUE.equals(where.get("is"))) {
                return this;
            }
        }
        throw new AssertionError("no way by keyboard to " + selector + " within " + MOST_STOPS + " stops");
    }

    Keyboard press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    Keyboard type(String text) {
        page.keyboard().type(text);
        return this;
    }
}
