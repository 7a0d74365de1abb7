import { council } from "./enCouncil";
import { diagnosis, money, working } from "./enDesks";
import { programmes } from "./enProgrammes";
import { statistics } from "./enStatistics";

/** The words of the council's room, the working plan, the money, the programmes, the statistics, the diagnosis;
 *  loadRooms.ts brings them with the first of these pages. */
export const rooms = {
    ladder: "How far it has climbed",
    notYet: "not yet",
    council,
    working,
    money,
    diagnosis,
    programmes,
    statistics,
};

export type Rooms = typeof rooms;
