import { useInstitutions } from "../data/useInstitutions";
import { Printed } from "../language/Printed";

/** An institution by its short name; the whole name shows where one rests on it. */
export function Institution({ code }: { code: string }) {
    const names = useInstitutions();
    const short = names.short(code);
    const full = names.full(code);
    if (short === full) return <Printed>{short}</Printed>;
    return (
        <abbr title={full}>
            <Printed>{short}</Printed>
        </abbr>
    );
}

/** Several, one after the other. */
export function Institutions({ codes }: { codes: string[] }) {
    return (
        <span className="listed">
            {codes.map((code) => (
                <Institution key={code} code={code} />
            ))}
        </span>
    );
}
