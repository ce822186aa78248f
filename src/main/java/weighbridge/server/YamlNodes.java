package weighbridge.server;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** What stands at one place of a YAML file, and in words for the user. */
final class YamlNodes {
    private YamlNodes() {}

    static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    static boolean isNull(Node node) {
        return node instanceof ScalarNode scalar && Tag.NULL.equals(scalar.getTag());
    }

    /** Braces without quotes: {@code {port}} is a mapping in YAML, and an argument for whoever wrote it. */
    static boolean isBareBraces(Node node) {
        return node instanceof MappingNode map
                && map.getValue().size() == 1
                && map.getValue().get(0).getKeyNode() instanceof ScalarNode
                && isNull(map.getValue().get(0).getValueNode());
    }

    /** The braces as they are written. */
    static String bareBraces(Node node) {
        return "{" + ((ScalarNode) ((MappingNode) node).getValue().get(0).getKeyNode()).getValue() + "}";
    }

    static String describe(Node node) {
        if (node instanceof ScalarNode scalar) {
            return isNull(node) ? "nothing" : quote(scalar.getValue());
        }
        return node instanceof SequenceNode ? "a list" : "keys with values";
    }

    static String quote(String text) {
        return '"' + text + '"';
    }
}
