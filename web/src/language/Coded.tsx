import { Fragment } from "react";
import { useTranslation } from "react-i18next";

import { formats } from "../format/formats";
import { PlaceLink } from "../moment/PlaceLink";
import { piecesOf } from "./codes";
import { translator } from "./i18n";
import { Printed } from "./Printed";
import { phrase, sentence } from "./words";

const english = formats("en");

/** English text with its days written out, whose codes lead to their pages. */
export function Linked({ text }: { text: string }) {
    return (
        <>
            {piecesOf(text).map(({ text: piece, to, isDay }, index) =>
                to === undefined ? (
                    <Fragment key={index}>{isDay ? english.shortDay(piece) : piece}</Fragment>
                ) : (
                    <PlaceLink key={index} to={to}>
                        <bdi>{piece}</bdi>
                    </PlaceLink>
                ),
            )}
        </>
    );
}

interface Props {
    text: string;
    isPhrase?: boolean;
    /** Inside of a sentence of ours: neither a capital nor a full stop. */
    isPart?: boolean;
}

/** A sentence of the server, clause by clause in the language of the page, with its codes as links. */
export function Coded({ text, isPhrase = false, isPart = false }: Props) {
    const { i18n } = useTranslation();
    const clauses = translator(i18n.language)?.clausesInUrdu(text);
    if (clauses === undefined)
        return (
            <Printed>
                <Linked text={isPart ? text : isPhrase ? phrase(text) : sentence(text)} />
            </Printed>
        );
    return (
        <span>
            {clauses.map((part, index) =>
                typeof part === "string" ? (
                    <Linked key={index} text={part} />
                ) : (
                    <Printed key={index}>
                        <Linked text={part.english} />
                    </Printed>
                ),
            )}
            {isPhrase || isPart ? "" : "۔"}
        </span>
    );
}
