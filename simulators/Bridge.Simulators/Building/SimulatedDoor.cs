using Bridge.Simulators.Clocks;
using Bridge.Simulators.Devices;

namespace Bridge.Simulators.Building;

/// <summary>
/// A door leaf with a closer and a strike that is free while its output is energised. It moves its sensors; it decides nothing. All members may be called
/// from any thread.
/// </summary>
public sealed class SimulatedDoor(DoorPlan plan, DoorPoints points, Surroundings surroundings)
{
    private readonly List<Visitor> _waiting = [];
    private readonly List<DoorMovement> _movements = [];
    private Appointment? _closing;
    private Appointment? _rexEnds;
    private bool _isStuck;

    public string Id => plan.Id;

    public DoorPlan Plan => plan;

    public ICredentialReader? Reader => points.Reader;

    public bool IsOpen { get; private set; }

    /// <summary>Somebody has put a wedge under it: the closer cannot close it.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>The lock's output is energised.</summary>
    public bool IsReleased => points.Lock.IsOn;

    /// <summary>The strike does not follow its output: the relay clicks and the bolt stays.</summary>
    public bool IsStuck
    {
        get => _isStuck;
        set
        {
            lock (surroundings.Gate)
            {
                _isStuck = value;
                MoveSensors();
            }
        }
    }

    public IReadOnlyList<DoorMovement> Movements
    {
        get
        {
            lock (surroundings.Gate)
            {
                surroundings.Settle();
                return [.. _movements];
            }
        }
    }

    public IReadOnlyList<Activation> LockActivations => points.Lock.Activations;

    /// <summary>Pulls at the door and lets the closer shut it after <paramref name="openFor"/>. False if it is locked.</summary>
    public bool Open(TimeSpan openFor)
    {
        lock (surroundings.Gate)
        {
            surroundings.Settle();
            if (!IsOpen && (!IsReleased || _isStuck))
            {
                return false;
            }

            Swing(openFor, forced: false);
            return true;
        }
    }

    /// <summary>Breaks it open, lock or no lock.</summary>
    public void Force(TimeSpan openFor)
    {
        lock (surroundings.Gate)
        {
            surroundings.Settle();
            Swing(openFor, forced: !IsReleased);
        }
    }

    /// <summary>Puts a wedge under the open door. False if it is shut.</summary>
    public bool Hold()
    {
        lock (surroundings.Gate)
        {
            surroundings.Settle();
            IsHeld = IsOpen;
            return IsHeld;
        }
    }

    /// <summary>Takes any wedge away and shuts the door.</summary>
    public void Close()
    {
        lock (surroundings.Gate)
        {
            surroundings.Settle();
            IsHeld = false;
            Shut();
        }
    }

    /// <summary>Presses the exit button for a while.</summary>
    public void PressRex(TimeSpan time)
    {
        lock (surroundings.Gate)
        {
            surroundings.Settle();
            points.Rex?.Set(true);
            _rexEnds?.Cancel();
            _rexEnds = surroundings.After(time, () => points.Rex?.Set(false));
        }
    }

    /// <summary>Somebody leaves by the inside handle: the exit contact closes and the door opens, whatever the lock does.</summary>
    public void Leave(TimeSpan openFor)
    {
        lock (surroundings.Gate)
        {
            PressRex(TimeSpan.FromSeconds(1));
            surroundings.After(TimeSpan.FromMilliseconds(300), () => Swing(openFor, forced: false));
        }
    }

    public void SetTamper(bool on) => points.Tamper?.Set(on);

    /// <summary>Waits at the door and goes in as soon as it is released; gives up after the visitor's patience.</summary>
    public void Wait(Visitor visitor)
    {
        lock (surroundings.Gate)
        {
            surroundings.Settle();
            _waiting.Add(visitor);
            surroundings.After(visitor.Patience, () => _waiting.Remove(visitor));
            if (IsReleased)
            {
                LetIn();
            }
        }
    }

    /// <summary>Ties the door to its points: from here on the strike follows the output and the sensors follow the door.</summary>
    internal void Connect()
    {
        points.Lock.Load = OnLock;
        MoveSensors();
    }

    private void OnLock(bool released)
    {
        MoveSensors();
        if (released && !_isStuck)
        {
            LetIn();
        }
    }

    private void LetIn()
    {
        foreach (var visitor in _waiting)
        {
            surroundings.After(visitor.Reaction, () => Enter(visitor));
        }

        _waiting.Clear();
    }

    private void Enter(Visitor visitor)
    {
        if (Open(visitor.Passage) && visitor.HoldFor > TimeSpan.Zero)
        {
            Hold();
            surroundings.After(visitor.HoldFor, Close);
        }
    }

    private void Swing(TimeSpan openFor, bool forced)
    {
        _closing?.Cancel();
        _closing = surroundings.After(openFor, CloserShuts);
        if (!IsOpen)
        {
            IsOpen = true;
            _movements.Add(new DoorMovement(Id, surroundings.Now, true, forced));
            MoveSensors();
        }
    }

    private void CloserShuts()
    {
        if (!IsHeld)
        {
            Shut();
        }
    }

    private void Shut()
    {
        _closing?.Cancel();
        if (IsOpen)
        {
            IsOpen = false;
            _movements.Add(new DoorMovement(Id, surroundings.Now, false, false));
            MoveSensors();
        }
    }

    private void MoveSensors()
    {
        points.Contact?.Set(IsOpen != plan.ContactClosedIsOn);
        points.Bolt?.Set(!IsOpen && (!IsReleased || _isStuck));
    }
}
