import { Button, TextInput } from "@mantine/core";
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { useFormat } from "../format/useFormat";
import { sinceThen } from "./arrange";
import type { Shown } from "./shown";
import "../moment/moment.css";

interface Props {
    shown: Shown;
    hold: (day: string) => void;
}

function DayField({ day, hold }: { day: string; hold: (day: string) => void }) {
    const { t } = useTranslation();
    const [text, setText] = useState(day);
    useEffect(() => setText(day), [day]);
    return (
        <TextInput
            type="date"
            label={t("statistics.vintageDay")}
            value={text}
            min="1990-01-01"
            onChange={(event) => {
                const typed = event.currentTarget.value;
                setText(typed);
                if (/^\d{4}-\d{2}-\d{2}$/.test(typed) && typed >= "1990-01-01") hold(typed);
            }}
        />
    );
}

/** The day up to which publications count: every position of the slider is a day of publication. */
export function VintageBar({ shown, hold }: Props) {
    const { t } = useTranslation();
    const format = useFormat();
    const id = useId();
    const { history, day, today, isNewest } = shown;
    const { days } = history;
    const at = days.findLastIndex((one) => one <= day);
    const since = isNewest ? undefined : sinceThen(history, day, today);
    const words =
        at < 0
            ? t("statistics.vintageBefore", { day: format.shortDay(day) })
            : t("statistics.vintageAt", { day: format.shortDay(days[at] ?? ""), number: at + 1, all: days.length });
    return (
        <section className="moment-bar vintage-bar" aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{t("statistics.vintage")}</h2>
            <DayField day={day} hold={hold} />
            <div className="vintage-slide">
                <label htmlFor={`${id}-slide`}>{t("statistics.vintageSlide")}</label>
                <input
                    id={`${id}-slide`}
                    type="range"
                    dir="ltr"
                    min={at < 0 ? -1 : 0}
                    max={Math.max(days.length - 1, 0)}
                    value={at}
                    disabled={days.length < 2 && at >= 0}
                    aria-valuetext={words}
                    aria-describedby={`${id}-hint`}
                    onChange={(event) => {
                        const to = days[Number(event.currentTarget.value)];
                        if (to !== undefined) hold(to);
                    }}
                />
                <div className="vintage-ends" dir="ltr" aria-hidden="true">
                    <span dir="auto">{format.shortDay(days[0] ?? "")}</span>
                    {days.length > 1 && <span dir="auto">{format.shortDay(days.at(-1) ?? "")}</span>}
                </div>
            </div>
            <Button variant={isNewest ? "filled" : "default"} aria-pressed={isNewest} onClick={() => hold(today)}>
                {t("statistics.newest")}
            </Button>
            <p id={`${id}-hint`} className="moment-basis">
                <strong>{words}.</strong> {days.length > 1 && t("statistics.vintageHint")}{" "}
                {since === undefined
                    ? t("statistics.upToDate")
                    : since.revised + since.added === 0
                      ? t("statistics.sinceNothing")
                      : t("statistics.since", { revised: format.number(since.revised), added: format.number(since.added) })}
            </p>
        </section>
    );
}
