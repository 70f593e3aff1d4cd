using Bridge.Console.Desk;
using Bridge.Console.Posts.Questions;
using Bridge.Console.Seats;

namespace Bridge.Console.Posts.Office;

/// <summary>The port to the office's work. One for each open page.</summary>
public interface IOffice : IPictureSource<OfficeView>, IAnswerer
{
    /// <summary>Does it, or says why not. Never repeated by itself.</summary>
    Task<ActOutcome> ActAsync(TourWish wish, CancellationToken cancellationToken);
}
