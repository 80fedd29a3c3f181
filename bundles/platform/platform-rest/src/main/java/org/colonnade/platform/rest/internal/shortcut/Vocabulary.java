package org.colonnade.platform.rest.internal.shortcut;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.model.URITemplate;

/**
 * The fixed words in the paths of one endpoint. As long as every template is made of whole segments, each a word or one variable, two
 * paths with the same words in the same places are matched by the same templates: that is what makes the match of one good for the other.
 */
final class Vocabulary {

    private static final Pattern VARIABLE = Pattern.compile("\\{ *[A-Za-z0-9_.-]+ *}");

    private final Set<String> words;

    private Vocabulary(Set<String> words) {
        this.words = words;
    }

    /** @return null if some template is not made of whole segments */
    static Vocabulary of(Collection<OperationResourceInfo> operations) {
        Set<String> words = new HashSet<>();
        for (OperationResourceInfo operation : operations) {
            for (String segment : template(operation)) {
                if (segment.indexOf('{') < 0 && segment.indexOf('}') < 0) {
                    words.add(segment);
                } else if (!VARIABLE.matcher(segment).matches()) {
                    return null;
                }
            }
        }
        return new Vocabulary(words);
    }

    /** An operation's whole template below the endpoint, in segments. */
    static String[] template(OperationResourceInfo operation) {
        String whole = text(operation.getClassResourceInfo().getURITemplate()) + '/' + text(operation.getURITemplate());
        return whole.replaceAll("/+", "/").replaceAll("^/|/$", "").split("/");
    }

    private static String text(URITemplate template) {
        return template == null ? "" : template.getValue();
    }

    /** The segment if it is one of the words, else a mark that stands for all others. */
    String wordOrMark(String segment) {
        return words.contains(segment) ? segment : "*";
    }
}
