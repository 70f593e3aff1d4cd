using Bridge.Devices;
using Bridge.Policy;
using Bridge.Policy.Credentials;

namespace Bridge.Host.Runtime;

/// <summary>
/// The single writer. Takes what is waiting as a batch, decides, commits everything in one transaction, and only then lets the effects out, tells
/// the devices that they may forget, and shows the new state.
/// </summary>
public sealed class Engine(EngineQueue queue, EngineClock clock, TranslationTable translation, JournalKeeper keeper, TurnOutlet outlet)
{
    /// <summary>How many inputs one commit may carry: enough to share a slow sync, few enough that the first does not wait for the last.</summary>
    private const int MaximumBatch = 256;

    private readonly List<EngineItem> batch = new(MaximumBatch);
    private BuildingState state = keeper.State;

    /// <summary>Runs until cancelled; what had been taken in by then is still remembered. Only one may run.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await queue.Reader.WaitToReadAsync(cancellationToken))
            {
                TakeTurn();
            }
        }
        catch (OperationCanceledException)
        {
            do
            {
                TakeTurn();
            }
            while (queue.Waiting > 0);
        }
        finally
        {
            outlet.Confirm(keeper.Finish(state));
        }
    }

    /// <summary>One turn over everything that waits now.</summary>
    public void TakeTurn()
    {
        batch.Clear();
        while (batch.Count < MaximumBatch && queue.Reader.TryRead(out var item))
        {
            batch.Add(item);
        }

        if (keeper.Degraded)
        {
            outlet.Confirm(keeper.TryRecover(state));
        }

        var turn = RunBatch();
        if (!keeper.Degraded && FollowUps(turn) is { Count: > 0 } due)
        {
            batch.Clear();
            batch.AddRange(due);
            RunBatch();
        }
    }

    private EngineTurn RunBatch()
    {
        var degraded = keeper.Degraded;
        var turn = DecideBatch(degraded);
        if (!degraded && !keeper.Commit(turn))
        {
            // The disk failed under this very batch: decide it again by the rules that hold without a journal.
            degraded = true;
            turn = DecideBatch(degraded);
        }

        if (degraded)
        {
            keeper.Hold(turn);
        }

        state = turn.State;
        outlet.LetOut(turn, keeper.Head, degraded);
        return turn;
    }

    // A pass holder's line is on disk now, and only now his door may open: in a commit of its own, right after.
    private List<EngineItem> FollowUps(EngineTurn turn) =>
        [.. turn.LinesWaitedFor().Select(line => new EngineItem.Asked(clock.Timestamp, at => new PolicyInput.RecordStored(at, line.Case!.Value, line.Number)))];

    private EngineTurn DecideBatch(bool degraded)
    {
        var turn = new EngineTurn(state);
        foreach (var item in batch)
        {
            Decide(turn, item, degraded);
        }

        return turn;
    }

    private static void Decide(EngineTurn turn, EngineItem.Asked asked, Moment at, bool degraded)
    {
        var question = asked.Input(at);
        IReadOnlyList<BuildingEvent>? events = null;
        if (!degraded || DegradedRules.MayDecide(question))
        {
            events = turn.Decide(question, degraded, asked.People);
        }
        else
        {
            turn.Refused.Add(question);
        }

        if (asked.Tell is { } tell)
        {
            turn.Waiting.Add((tell, events));
        }
    }

    private static void Write(EngineTurn turn, EngineItem.ToRecord note, Moment at, bool degraded)
    {
        if (!degraded)
        {
            turn.Notes.Add(note.Entry(at));
        }

        if (note.Tell is { } tell)
        {
            turn.Waiting.Add((tell, degraded ? null : []));
        }
    }

    // A read that waited in its device says nothing about who stands there now.
    private static void NoteUnknown(EngineTurn turn, DeviceEvent told, IReadOnlyList<BuildingEvent> events)
    {
        if (told is DeviceEvent.CredentialRead { Credential: CredentialData.Card card, QueuedWhileOffline: false }
            && events.FirstOrDefault(one => one is { Kind: EventKind.AccessDenied, Reason: DenyReason.CredentialNotFound }) is { } denied)
        {
            turn.UnknownCards.Add((card, denied));
        }
    }

    private void Decide(EngineTurn turn, EngineItem item, bool degraded)
    {
        var at = clock.At(item.Timestamp);
        switch (item)
        {
            case EngineItem.FromDevice { Event: var told }:
                foreach (var input in translation.Inputs.Translate(told, at))
                {
                    NoteUnknown(turn, told, turn.Decide(input, degraded));
                }

                if (ReadReceipt.Of(told) is { } receipt)
                {
                    turn.Receipts.Add(receipt);
                }

                break;
            case EngineItem.Asked asked:
                Decide(turn, asked, at, degraded);
                break;
            case EngineItem.ToRecord note:
                Write(turn, note, at, degraded);
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"No way to take {item.GetType().Name}.");
        }
    }
}
