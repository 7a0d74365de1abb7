import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Explanation } from "../data/types";
import { NodeText } from "../language/Saying";
import { PlaceLink } from "../moment/PlaceLink";

/** "journal entry 17" leads to that entry. */
function Source({ text }: { text: string }) {
    const words = <NodeText text={text} role="source" />;
    const entry = /^journal entry (\d+)$/.exec(text);
    if (entry) return <PlaceLink to={`/journal/${entry[1]}`}>{words}</PlaceLink>;
    if (/^docs\/methods\/(status|targets)\.md$/.test(text)) return <PlaceLink to="/method">{words}</PlaceLink>;
    return words;
}

function Line({ node }: { node: Explanation }) {
    return (
        <span className="tree-line">
            <span className="tree-label">
                <NodeText text={node.label} role="label" />
            </span>
            <span className="tree-value">
                <NodeText text={node.value} role="value" label={node.label} />
            </span>
        </span>
    );
}

function Node({ node, open }: { node: Explanation; open: boolean }) {
    const parts = node.parts ?? [];
    const source = node.source !== "" && (
        <span className="tree-source">
            <Source text={node.source} />
        </span>
    );
    if (parts.length === 0)
        return (
            <li className="tree-leaf">
                <Line node={node} />
                {source}
            </li>
        );
    return (
        <li>
            <details className="prints" open={open}>
                <summary>
                    <Line node={node} />
                </summary>
                {source}
                <Nodes nodes={parts} open={false} />
            </details>
        </li>
    );
}

export function Nodes({ nodes, open }: { nodes: Explanation[]; open: boolean }) {
    return (
        <ul className="tree">
            {nodes.map((node, index) => (
                <Node key={`${index} ${node.label}`} node={node} open={open} />
            ))}
        </ul>
    );
}

/** The tree that explains a status, folded like a table of contents; each line can be opened. */
export function ExplanationTree({ root }: { root: Explanation }) {
    const { t } = useTranslation();
    const tree = useRef<HTMLDivElement>(null);
    const [isOpen, setOpen] = useState(false);
    const openAll = () => {
        for (const details of tree.current?.querySelectorAll("details") ?? [])
            details.open = !isOpen;
        setOpen(!isOpen);
    };
    return (
        <section aria-labelledby="explanation-heading">
            <div className="section-head">
                <div>
                    <h2 id="explanation-heading">{t("story.explanation")}</h2>
                    <p className="hint">{t("story.explanationHint")}</p>
                </div>
                <Button variant="default" aria-expanded={isOpen} onClick={openAll}>
                    {t(isOpen ? "story.collapseAll" : "story.expandAll")}
                </Button>
            </div>
            <div ref={tree} className="tree-frame">
                <Nodes nodes={[root]} open />
            </div>
        </section>
    );
}
