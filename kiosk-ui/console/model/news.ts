// Which lists a committed fact makes old: what the stream tells is read again, never patched.
import type { EventType } from '../contract.ts';

/** `site` the map, counts, alerts and devices · `items` lists of items · `people` · `staff` accounts and sign-ins. */
export type Topic = 'site' | 'items' | 'people' | 'staff';
export const allTopics: readonly Topic[] = ['site', 'items', 'people', 'staff'];

const item: readonly Topic[] = ['site', 'items'];
const site: readonly Topic[] = ['site'];
const people: readonly Topic[] = ['people'];
const staff: readonly Topic[] = ['staff'];

const touches: Partial<Record<EventType, readonly Topic[]>> = {
  HouseholdRegistered: people,
  PersonRegistered: people,
  PersonEnded: ['people', 'items'],
  PeopleMerged: ['people', 'items'],
  HouseholdMovedOut: ['people', 'items'],
  DataErased: ['people', 'items', 'staff'],
  CredentialIssued: people,
  CredentialRevoked: people,
  ParcelRegistered: item,
  ShelfAssigned: item,
  ParcelPlaced: item,
  ParcelCollected: item,
  ParcelDisputed: item,
  ParcelReturned: item,
  ParcelWithdrawn: item,
  ItemReceived: item,
  ItemHandedOver: item,
  ItemRefused: item,
  ItemUndeliverable: item,
  PublicNoticePosted: item,
  ItemReturned: item,
  DisputeSettled: item,
  OwnerNotified: ['items'],
  NoticeSent: item,
  NoticeFailed: item,
  OpeningGranted: site,
  OpeningOpened: site,
  OpeningClosed: item,
  OpeningAborted: site,
  DoorForced: item,
  DoorsObserved: site,
  CompartmentBlocked: item,
  CompartmentReleased: item,
  CabinetPresenceChanged: site,
  CabinetFaultRaised: site,
  CabinetFaultCleared: site,
  AlertRaised: site,
  AlertCleared: site,
  PersonCalled: site,
  CallAnswered: site,
  TerminalReleased: site,
  InvitationOffered: staff,
  InvitationEnded: staff,
  StaffRegistered: staff,
  StaffRolesChanged: staff,
  StaffSecretChanged: staff,
  StaffEnded: staff,
  StaffSignedIn: staff,
  StaffSignedOut: staff,
};

/** The topics that are old after an event of this type. */
export const topicsOf = (type: string): readonly Topic[] =>
  Object.hasOwn(touches, type) ? (touches[type as EventType] ?? []) : [];
