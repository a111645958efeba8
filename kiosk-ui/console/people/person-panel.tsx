// One person beside the list: masked, with everything the desk can do for them.
import { useState } from 'preact/hooks';
import type { PersonRow } from '../contract.ts';
import { useConsole, useWords } from '../hooks.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { personWords } from '../words/people-person.ts';
import { Cards } from './cards.tsx';
import { NewCode } from './courier-code.tsx';
import { EndPerson } from './end-person.tsx';
import { MoveOut } from './move-out.tsx';
import { OwnData } from './own-data.tsx';
import { PersonFacts } from './person-facts.tsx';
import { PersonForm } from './person-form.tsx';
import { Reveal } from './reveal.tsx';

interface PersonPanelProps {
  row: PersonRow;
  /** When the row was true, wall ms. */
  asOf: number;
  /** Something about the person changed. */
  onChanged(): void;
  onClose(): void;
}
type Doing = 'change' | 'end' | 'move-out' | 'own-data' | 'new-code' | null;

export const PersonPanel = ({ row, asOf, onChanged, onClose }: PersonPanelProps) => {
  const { session } = useConsole();
  const words = useWords(personWords);
  const [doing, setDoing] = useState<Doing>(null);
  const may = session.value?.may ?? [];
  const back = (): void => setDoing(null);
  const changed = (): void => {
    back();
    onChanged();
  };
  const gone = (): void => {
    onChanged();
    onClose();
  };
  const isCourier = row.role === 'courier';
  return (
    <Dialog
      name="person"
      title={isCourier ? row.name : `${row.room} ${row.name}`}
      icon={isCourier ? 'courier' : 'person'}
      shape="side"
      onClose={onClose}
    >
      <div class="person-acts">
        {may.includes('reveal-people') && <Reveal row={row} />}
        {may.includes('edit-people') && (
          <Button does="change" icon="pen" onTap={() => setDoing('change')}>
            {words.change}
          </Button>
        )}
        {isCourier && may.includes('issue-credentials') && (
          <Button does="new-code" icon="key" onTap={() => setDoing('new-code')}>
            {words.code.reissue}
          </Button>
        )}
      </div>
      <PersonFacts row={row} asOf={asOf} />
      <section class="person-facts">
        <h3>{words.part.cards}</h3>
        <Cards row={row} onChanged={onChanged} />
      </section>
      {(may.includes('edit-people') || may.includes('export-people')) && (
        <section class="person-facts">
          <h3>{words.part.others}</h3>
          <div class="person-acts">
            {may.includes('export-people') && (
              <Button does="own-data" icon="download" onTap={() => setDoing('own-data')}>
                {words.own.button}
              </Button>
            )}
            {may.includes('edit-people') && (
              <Button does="end-person" icon="blocked" onTap={() => setDoing('end')}>
                {words.end.button}
              </Button>
            )}
            {may.includes('edit-people') && row.householdId !== null && (
              <Button does="move-out" icon="out" onTap={() => setDoing('move-out')}>
                {words.moveOut.button}
              </Button>
            )}
          </div>
        </section>
      )}
      {doing === 'change' && <PersonForm row={row} kind={row.role} onClose={back} onSaved={changed} />}
      {doing === 'end' && <EndPerson row={row} onClose={back} onEnded={gone} />}
      {doing === 'move-out' && row.householdId !== null && (
        <MoveOut householdId={row.householdId} room={row.room} onClose={back} onEnded={gone} />
      )}
      {doing === 'own-data' && <OwnData personId={row.personId} onClose={back} />}
      {doing === 'new-code' && <NewCode personId={row.personId} onClose={back} />}
    </Dialog>
  );
};
