import { Fragment } from "react";
import { useTranslation } from "react-i18next";

import type { FigureMessage } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Printed } from "../language/Printed";
import { Saying, Unit } from "../language/Saying";
import { isAddress } from "../story/isAddress";
import { filled, placeholders, type Shown } from "./messageParts";

/** A publisher, with a link to what it published. */
export function SourceName({ name, address }: { name: string; address: string | undefined }) {
    if (!isAddress(address)) return <Printed>{name}</Printed>;
    return (
        <a href={address} rel="noreferrer external">
            <Printed>{name}</Printed>
        </a>
    );
}

function Piece({ of }: { of: Shown }) {
    const { t } = useTranslation();
    switch (of.kind) {
        case "text":
            return <bdi>{of.text}</bdi>;
        case "printed":
            return <Printed>{of.text}</Printed>;
        case "saying":
            return <Saying text={of.text} isPhrase />;
        case "unit":
            return <Unit unit={of.text} />;
        case "source":
            return <SourceName name={of.text} address={of.address} />;
        case "word":
            return <>{t(`statistics.derived.words.${of.text}`, { defaultValue: of.text })}</>;
    }
}

/** What is said of a figure, each a sentence in the language of the page. */
export function FigureMessages({ of }: { of: FigureMessage[] }) {
    const { t } = useTranslation();
    const format = useFormat();
    return (
        <>
            {of.map((message, index) => (
                <Fragment key={index}>
                    {index > 0 && " "}
                    {filled(
                        t(`statistics.derived.messages.${message.key}`, placeholders(message)),
                        message,
                        format,
                        t("statistics.derived.comma"),
                    ).map((piece, at) => (piece.kind === "text" ? <Fragment key={at}>{piece.text}</Fragment> : <Piece key={at} of={piece} />))}
                </Fragment>
            ))}
        </>
    );
}
