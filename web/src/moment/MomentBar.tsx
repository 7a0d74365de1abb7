import { Button, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Heading } from "../data/types";
import { yearsBefore } from "../format/formats";
import { useFormat } from "../format/useFormat";
import { useMoment, useSetMoment } from "./useMoment";
import "./moment.css";

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

interface DayProps {
    label: string;
    hint: string;
    value: string;
    max?: string | undefined;
    take: (day: string) => void;
}

/** A day is taken when it is whole, so that typing a year does not ask for the year 2. */
function DayInput({ label, hint, value, max, take }: DayProps) {
    const [text, setText] = useState(value);
    useEffect(() => setText(value), [value]);
    return (
        <TextInput
            type="date"
            label={label}
            description={hint}
            value={text}
            min="1990-01-01"
            max={max}
            onChange={(event) => {
                const day = event.currentTarget.value;
                setText(day);
                if (day === "" || (isDay(day) && day >= "1990-01-01")) take(day);
            }}
        />
    );
}

interface Props {
    heading: Heading | undefined;
}

/** The two clocks: as of a day, and what this record itself knew by a day. */
export function MomentBar({ heading }: Props) {
    const { t } = useTranslation();
    const format = useFormat();
    const moment = useMoment();
    const setMoment = useSetMoment();
    const today = heading?.today ?? new Date().toISOString().slice(0, 10);
    const asOf = moment.asOf ?? heading?.as_of ?? today;
    const choices = [
        { day: today, name: t("moment.today"), value: "" },
        { day: yearsBefore(today, 1), name: t("moment.yearAgo"), value: yearsBefore(today, 1) },
        { day: "2024-05-20", name: format.shortDay("2024-05-20"), value: "2024-05-20" },
    ];
    return (
        <section className="moment-bar" aria-label={t("moment.label")}>
            <DayInput
                label={t("moment.asOf")}
                hint={t("moment.hint")}
                value={isDay(asOf) ? asOf : ""}
                take={(day) => setMoment({ as_of: day === today ? "" : day })}
            />
            <div className="moment-choices">
                {choices.map(({ day, name, value }) => (
                    <Button
                        key={name}
                        variant={asOf === day ? "filled" : "default"}
                        aria-pressed={asOf === day}
                        onClick={() => setMoment({ as_of: value })}
                    >
                        {name}
                    </Button>
                ))}
            </div>
            <details className="moment-more" open={moment.recordedBy !== undefined}>
                <summary>{t("moment.more")}</summary>
                <div className="moment-record">
                    <DayInput
                        label={t("moment.recordedBy")}
                        hint={t("moment.recordedHint")}
                        value={moment.recordedBy?.slice(0, 10) ?? ""}
                        max={today}
                        take={(day) => setMoment({ recorded_by: day })}
                    />
                    {moment.recordedBy !== undefined && (
                        <Button variant="default" onClick={() => setMoment({ recorded_by: "" })}>
                            {t("moment.clear")}
                        </Button>
                    )}
                </div>
            </details>
            {heading !== undefined && (
                <p className="moment-basis">
                    {t("moment.basis", {
                        day: format.day(heading.as_of),
                        count: heading.entries,
                    })}
                    {heading.as_of !== heading.today && (
                        <strong> {t("moment.back")}</strong>
                    )}
                </p>
            )}
        </section>
    );
}
