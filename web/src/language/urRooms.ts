import type { Rooms } from "./enRooms";
import { council } from "./urCouncil";
import { diagnosis, money, working } from "./urDesks";
import { programmes } from "./urProgrammes";
import { statistics } from "./urStatistics";

export const rooms: Rooms = {
    ladder: "یہ کہاں تک پہنچا",
    notYet: "ابھی نہیں",
    council,
    working,
    money,
    diagnosis,
    programmes,
    statistics,
};
