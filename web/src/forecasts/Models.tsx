import { Printed } from "../language/Printed";

/** Names of models, as statisticians write them everywhere. */
export function Models({ of }: { of: string[] }) {
    return (
        <ul className="models">
            {of.map((model) => (
                <li key={model} className="chip">
                    <Printed>{model}</Printed>
                </li>
            ))}
        </ul>
    );
}
