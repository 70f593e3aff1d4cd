using Bridge.Console.Desk;

namespace Bridge.Console.Posts.Questions;

/// <summary>The port to what control room and office do alike.</summary>
public interface IAnswerer
{
    /// <summary>Does it, or says why not. Never repeated by itself.</summary>
    Task<ActOutcome> ActAsync(QuestionWish wish, CancellationToken cancellationToken);

    Task<ActOutcome> OpenForEmergencyAsync(EmergencyWish wish, CancellationToken cancellationToken);
}
