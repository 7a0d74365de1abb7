import { Fragment } from "react";
import { useTranslation } from "react-i18next";

import { translator } from "./i18n";
import { Printed } from "./Printed";
import type { Part } from "./sayings";
import { phrase, sentence, withLabels } from "./words";

interface Props {
    text: string;
    /** A heading or a line of a list: no full stop. */
    isPhrase?: boolean;
}

/** Urdu, with what stays English in it marked as such. */
function Translated({ parts, end = "" }: { parts: Part[]; end?: string }) {
    return (
        <span>
            {parts.map((part, index) => (
                <Fragment key={index}>
                    {typeof part === "string" ? part : <Printed>{part.english}</Printed>}
                </Fragment>
            ))}
            {end}
        </span>
    );
}

/** A sentence of the server: in the language of the page where we have it, else in English. */
export function Saying({ text, isPhrase = false }: Props) {
    const { i18n } = useTranslation();
    const urdu = translator(i18n.language)?.inUrdu(text);
    if (urdu !== undefined) return <Translated parts={urdu} end={isPhrase ? "" : "۔"} />;
    return <Printed>{isPhrase ? phrase(text) : sentence(text)}</Printed>;
}

/** A unit of the plan or of a series; those that are common have their Urdu. */
export function Unit({ unit }: { unit: string }) {
    const { i18n } = useTranslation();
    const urdu = translator(i18n.language)?.unitInUrdu(unit);
    if (urdu !== undefined) return <span className="unit">{urdu}</span>;
    return <Printed className="unit">{unit}</Printed>;
}

interface NodeTextProps {
    text: string;
    role: "label" | "value" | "source";
    /** The label beside a value. */
    label?: string;
}

/** A label, a value or a source of an explanation. */
export function NodeText({ text, role, label = "" }: NodeTextProps) {
    const { i18n } = useTranslation();
    const to = translator(i18n.language);
    const urdu = {
        label: () => to?.labelInUrdu(text),
        value: () => to?.valueInUrdu(text, label),
        source: () => to?.sourceInUrdu(text),
    }[role]();
    if (urdu !== undefined) return <Translated parts={urdu} />;
    return <Printed>{withLabels(text)}</Printed>;
}
