// What a tester typed cannot be carried out: the message says why and what would be right.
export class WrongInput extends Error {}
