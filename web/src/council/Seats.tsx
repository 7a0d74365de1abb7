import { useTranslation } from "react-i18next";

import type { CouncilView, Seat } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Part } from "../frame/Part";
import { Institution, Institutions } from "../plan/Institution";
import { Printed } from "../language/Printed";
import { Linked } from "../language/Coded";
import { bySide, halfCircle } from "./arrange";

type Tenure = NonNullable<Seat["holder"]>;

function Person({ tenure, role }: { tenure: Tenure; role: "holder" | "alternate" }) {
    const { t } = useTranslation();
    const format = useFormat();
    return (
        <span className="seat-person">
            <span>{t(`council.${role}`)}</span>{" "}
            <Printed>{tenure.person}</Printed>
            {tenure.until !== null && (
                <span className="hint"> {t("council.until", { day: format.shortDay(tenure.until) })}</span>
            )}
        </span>
    );
}

function SeatLine({ seat }: { seat: Seat }) {
    const { t } = useTranslation();
    return (
        <li className="seat" data-vacant={seat.holder === null || undefined}>
            <span className="seat-number" aria-hidden="true">
                {seat.number}
            </span>
            <span className="seat-words">
                <strong>
                    <Institution code={seat.institution} />
                </strong>
                {seat.holder === null ? (
                    <span className="open-mark">{t("council.vacant")}</span>
                ) : (
                    <Person tenure={seat.holder} role="holder" />
                )}
                {seat.alternate !== null && <Person tenure={seat.alternate} role="alternate" />}
            </span>
        </li>
    );
}

const radius = 200;
const chair = 21;

/** The half circle, side by side; a vacant seat is a hollow one. The list beside it says the same. */
function HalfCircle({ sides, label }: { sides: { side: string; seats: Seat[] }[]; label: string }) {
    const seats = sides.flatMap((one) => one.seats);
    const places = halfCircle(seats.length);
    const size = Math.min(chair, (radius * 2.6) / Math.max(1, seats.length));
    return (
        <svg
            className="half-circle"
            viewBox={`${-radius - 30} ${-radius - 30} ${2 * radius + 60} ${radius + 60}`}
            role="img"
            aria-label={label}
        >
            {seats.map((seat, index) => {
                const place = places[index] ?? { x: 0, y: 0 };
                const [x, y] = [place.x * radius, -place.y * radius];
                return (
                    <g key={seat.number} data-side={seat.side} data-vacant={seat.holder === null || undefined}>
                        <circle cx={x} cy={y} r={size} />
                        <text x={x} y={y + 5} textAnchor="middle">
                            {seat.number}
                        </text>
                    </g>
                );
            })}
        </svg>
    );
}

function Groups({ view }: { view: CouncilView }) {
    const { t } = useTranslation();
    const format = useFormat();
    if (view.groups.length === 0) return null;
    return (
        <>
            <h3>{t("council.groups")}</h3>
            <ul className="plain-list">
                {view.groups.map((group) => (
                    <li key={group.code}>
                        <Printed>{group.title}</Printed>: <Institutions codes={group.members} />
                        <span className="table-note">
                            {t("council.groupChair")} <Institution code={group.chair} /> ·{" "}
                            {t("council.since", { day: format.shortDay(group.from) })} ·{" "}
                            {t("story.decision")} <Linked text={group.decision} />
                            {group.dissolved_on !== null && (
                                <> · {t("council.dissolved", { day: format.shortDay(group.dissolved_on) })}</>
                            )}
                        </span>
                    </li>
                ))}
            </ul>
        </>
    );
}

/** Who sits here, side by side, and which seats nobody holds. */
export function Seats({ view }: { view: CouncilView }) {
    const { t } = useTranslation();
    const format = useFormat();
    const sides = bySide(view.seats);
    const vacant = view.seats.filter(({ holder }) => holder === null).length;
    const words = t("council.seatsWords", {
        seats: format.number(view.seats.length),
        vacant: format.number(vacant),
    });
    return (
        <Part id="seats" title={t("council.seats")} hint={words}>
            <div className="seats">
                <HalfCircle sides={sides} label={words} />
                {sides.map(({ side, seats }) => (
                    <section key={side} className="seat-side" data-side={side}>
                        <h3>
                            {t(`word.${side}`, side)}{" "}
                            <span className="decision-count">{format.number(seats.length)}</span>
                        </h3>
                        <ul>
                            {seats.map((seat) => (
                                <SeatLine key={seat.number} seat={seat} />
                            ))}
                        </ul>
                    </section>
                ))}
            </div>
            <Groups view={view} />
        </Part>
    );
}
