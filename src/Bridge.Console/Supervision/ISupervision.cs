using Bridge.Console.Desk;
using Bridge.Console.Seats;

namespace Bridge.Console.Supervision;

/// <summary>The port to the doors' modes. One for each open page.</summary>
public interface ISupervision : IPictureSource<SupervisionView>
{
    /// <summary>Asks it, or says why not. That it was asked is not that the door did it: that is in the picture.</summary>
    Task<ActOutcome> ActAsync(ModeWish wish, CancellationToken cancellationToken);

    /// <summary>Does it, or says why not.</summary>
    Task<ActOutcome> ActAsync(AlarmWish wish, CancellationToken cancellationToken);
}
