package org.zhikao.workflows.lint;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file without believing it: no DTD, no entity, no schema, nothing looked up, and bounds on everything that grows.
 *
 * <p>The platform's own reader, whatever else lies on the class path.
 */
final class SafeXml {
    static final int MOST_BYTES = 1 << 20;
    static final int MOST_ELEMENTS = 5_000;
    static final int DEEPEST = 24;
    private static final Set<String> FORM_KEYS = Set.of("formField", "value", "property");
    private static final int LONGEST_ATTRIBUTE = 2_000;
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private final Set<String> namespaces;
    private final Findings findings;
    private final Set<String> ids = new HashSet<>();
    private int elements;

    private SafeXml(Set<String> namespaces, Findings findings) {
        this.namespaces = namespaces;
        this.findings = findings;
    }

    /** The root element; null when reading had to stop, the reason being among the findings. */
    static @Nullable Node read(byte[] content, Set<String> namespaces, Findings findings) {
        if (content.length > MOST_BYTES) {
            findings.error("", "too-large", "文件超过 1 MB", "拆分模型，或去掉不需要的内容");
            return null;
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            try {
                return new SafeXml(namespaces, findings).tree(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            findings.error("", "not-xml", "不是完整的 XML 文件", "请上传由建模器保存的 BPMN 或 DMN 文件");
            return null;
        }
    }

    private @Nullable Node tree(XMLStreamReader reader) throws XMLStreamException {
        Deque<Node> open = new ArrayDeque<>();
        Node root = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> {
                    findings.error("", "doctype", "文件含有 DOCTYPE 声明", "删除 DOCTYPE 及其中的实体");
                    return null;
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> {
                    findings.error("", "entity", "文件引用了实体", "改为直接写出文字");
                    return null;
                }
                case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    findings.error("", "processing-instruction", "文件含有处理指令", "删除处理指令");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++elements > MOST_ELEMENTS) {
                        findings.error("", "too-many-elements", "元素多于 " + MOST_ELEMENTS + " 个", "拆分模型");
                        return null;
                    }
                    if (open.size() >= DEEPEST) {
                        findings.error("", "too-deep", "元素嵌套超过 " + DEEPEST + " 层", "减少嵌套");
                        return null;
                    }
                    Node node = element(reader, open.peek());
                    if (open.peek() == null) {
                        root = node;
                    } else {
                        open.peek().children.add(node);
                    }
                    open.push(node);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (open.peek() != null) {
                        open.peek().text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                default -> {
                    // comments and white space say nothing
                }
            }
        }
        return root;
    }

    private Node element(XMLStreamReader reader, @Nullable Node parent) {
        String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
        String id = reader.getAttributeValue(null, "id");
        String place = id != null ? id : parent == null ? "" : parent.place;
        Node node = new Node(namespace, reader.getLocalName(), place);
        if (!namespaces.contains(namespace)) {
            findings.error(place, "namespace", "不认识的命名空间：" + shortened(namespace), "删除该元素");
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String uri = reader.getAttributeNamespace(i) == null ? "" : reader.getAttributeNamespace(i);
            String name = reader.getAttributeLocalName(i);
            String value = reader.getAttributeValue(i);
            if (uri.equals(XSI) && !name.equals("type")) {
                findings.error(place, "schema-location", "文件指定了外部模式地址", "删除 xsi:" + name);
            } else if (!uri.isEmpty() && !uri.equals(XSI) && !namespaces.contains(uri)) {
                findings.error(place, "namespace", "不认识的命名空间：" + shortened(uri), "删除属性 " + name);
            }
            if (value.length() > LONGEST_ATTRIBUTE) {
                findings.error(place, "too-large", "属性 " + name + " 过长", "缩短文字");
            }
            if (node.attributes.put(name, value) != null) {
                findings.error(place, "attribute", "属性 " + name + " 出现两次", "只保留一个");
            }
        }
        // Keys of a form and of its choices are their duty's own; two duties may both ask for a date.
        if (id != null && !FORM_KEYS.contains(node.name) && !ids.add(id)) {
            findings.error(place, "duplicate-id", "标识 " + shortened(id) + " 重复", "每个元素使用不同的标识");
        }
        return node;
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
