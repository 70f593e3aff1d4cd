using Bridge.Console.Books.Events;
using Bridge.Console.Books.Records;
using Bridge.Console.Books.Retention;
using Bridge.Console.Posts.ControlRoom;
using Bridge.Console.Posts.FrontDesk;
using Bridge.Console.Posts.Gate;
using Bridge.Console.Posts.Office;
using Bridge.Console.Posts.Patrol;
using Bridge.Host.Seats.Books;
using Microsoft.Extensions.DependencyInjection;

namespace Bridge.Host.Seats.Posts;

/// <summary>The pages of the posts beside the desk's, where the site has one.</summary>
internal static class PostSetup
{
    public static void Register(IServiceCollection services) => services
        .AddSingleton<LobbyNames>().AddSingleton<QuestionPicture>().AddSingleton<TaskPicture>().AddSingleton<PatrolPresence>()
        .AddScoped<PostWindow>().AddScoped<Answerer>()
        .AddScoped<IGate, GateWindow>().AddScoped<IControlRoom, ControlRoomWindow>().AddScoped<IOffice, OfficeWindow>()
        .AddScoped<IFrontDesk, FrontDeskWindow>().AddScoped<IPatrol, PatrolWindow>()
        .AddScoped<IRecordBook, RecordBookWindow>().AddScoped<IEventBook, EventBookWindow>().AddScoped<IRetentionBook, RetentionBookWindow>();
}
