import { createTexts } from "../texts/create-texts.ts";

export const texts = {
  teams: "Teams",
  teamsText: "Members who work together. A team gives no permissions: roles do.",
  newTeam: "New team",
  editTeam: "Edit team",
  name: "Name",
  namePlaceholder: "Support",
  members: "Members",
  membersHelp: "Who belongs to the team.",
  chooseMembers: "Choose members",
  made: "Made",
  nobody: "Nobody yet",
  more: (count: number) => `+${count}`,
  count: (count: number) => (count === 1 ? "1 member" : `${count} members`),
  create: "Make team",
  created: (name: string) => `${name} was made`,
  save: "Save changes",
  saved: "Saved",
  remove: "Delete team",
  removeTitle: (name: string) => `Delete ${name}?`,
  removeText: "Its members stay members of the organization.",
  removed: (name: string) => `${name} was deleted`,
  noTeams: "No teams yet",
  noTeamsText: "Group members who look after the same agents or hours.",
};

export const useTeamsTexts = createTexts(texts, {});
