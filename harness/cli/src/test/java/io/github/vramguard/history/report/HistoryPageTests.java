package io.github.vramguard.history.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class HistoryPageTests {

    /** A page is XML, too, but for its first line and the tags that HTML does not close. */
    private static Document parsed(String page) throws Exception {
        String xml = page.replace("<!DOCTYPE html>", "").replaceAll("<meta ([^>]*)>", "<meta $1/>");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));
    }

    private static List<Element> elements(Document page, String name) {
        NodeList found = page.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static List<String> texts(Document page, String name) {
        return elements(page, name).stream().map(Element::getTextContent).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>alert(1)</script>",
                "\"quoted\" 'and' single",
                "<img src=x onerror=alert(1)>",
                "</title></svg></style><b>",
                "&lt;&amp;&#60;",
                "]]>--><!--",
            })
    void aNameIsTextWhereverItStands(String name) throws Exception {
        Document page = parsed(MadeUpSeries.page(name));

        assertThat(texts(page, "h2")).containsExactly(name, name);
        assertThat(elements(page, "main").get(0).getTextContent()).contains(name);
        assertThat(texts(page, "li")).contains(name);
        assertThat(elements(page, "*")).hasSameSizeAs(elements(parsed(MadeUpSeries.page("plain")), "*"));
        assertThat(elements(page, "div").get(0).getAttribute("aria-label")).isEqualTo("chart of " + name + " residual");
    }

    @Test
    void controlCharactersAreLeftOut() throws Exception {
        assertThat(texts(parsed(MadeUpSeries.page("a\u0007b\u001b[31m")), "h2")).containsOnly("a b [31m");
    }

    @Test
    void eachValueIsInATable() throws Exception {
        Document page = parsed(MadeUpSeries.page("c"));

        assertThat(texts(page, "td")).hasSize(2 * 40 * 3).startsWith("c0", "2026-11-18T11:06:40Z", "0 B", "c1");
        assertThat(texts(page, "th").subList(0, 3)).containsExactly("commit", "made", "amount");
        assertThat(elements(page, "details").get(0).hasAttribute("open")).isFalse();
    }

    @Test
    void theStyleIsTheOneThatThePolicyAllows() throws Exception {
        Document page = parsed(MadeUpSeries.page("c"));
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(texts(page, "style").get(0).getBytes(UTF_8));

        assertThat(elements(page, "meta").get(1).getAttribute("content"))
                .startsWith("default-src 'none'; style-src 'sha256-"
                        + Base64.getEncoder().encodeToString(digest) + "'; ");
    }

    @Test
    void aPageWithoutSeriesAndProblemsIsOne() throws Exception {
        Document page = parsed(HistoryPage.of(List.of(), "0 of 0 series change", List.of()));

        assertThat(texts(page, "p")).containsExactly("0 of 0 series change");
        assertThat(elements(page, "ul")).isEmpty();
    }
}
